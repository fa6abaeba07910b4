using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“于科换号了 139…”, "Dana's new mobile is 617 555 0199": how a contact is reached is put down with the contact, with what they do there where a breath of its own says so; who says more than that reports something.</summary>
internal static class ContactReached
{
    private static readonly int Reach = PhraseBook.Standard.KeyOf("[reach_at]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont)) return null;
        var named = clause.Named(NamedKind.Contact, NameStrength.Short).ToList();
        if (named.Count == 0 || named.SelectMany(name => name.Records).DistinctBy(record => record.Key, StringComparer.Ordinal).ToList() is not { Count: > 0 } people || !clause.Has(Reach)) return null;
        var meant = people.Count == 1 ? people : people.FindAll(person => person.Customer == (clause.Focus.Customer ?? clause.Index.Get(clause.Focus.Deal)?.Customer));
        if (meant is not [var contact] || clause.Index.Get(contact.Customer) is not { } customer) return null;
        var draft = Draft.Of(clause, "change_contact");
        SlotReaders.Fill(draft, ["phone", "email"]);
        if (draft.Slots.Count == 0) return null;
        List<Mark> said = [.. clause.Names, .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Reach), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Words("is_so"), .. clause.Words("now_word"), .. clause.Words("filler"), .. clause.Words("note_it"), .. clause.Words("set_to"), .. PersonTold.Address(clause)];
        var posts = clause.Breaths.Select(part => (Part: part, Post: Posts.In(clause, part))).Where(found => found.Post is not null).ToList();
        if (posts.Count > 1 || !clause.Breaths.Except(posts.Select(found => found.Part)).All(part => Answers.Covers(clause, part.Start, part.End, [.. said, .. clause.Marks.Of(Feature.This), .. clause.Words("he")]))) return null;
        if (posts is [{ Post: { } post }]) draft.Slots["title"] = draft.Message.AsTyped(post.Start, post.End);
        draft.Refer("customer", [customer]);
        draft.Slots["contact_name"] = contact.Name;
        return draft.ToFrame(1);
    }
}
