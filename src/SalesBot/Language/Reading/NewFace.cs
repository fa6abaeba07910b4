using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Somebody who is new at a known customer, with a number or the wish to keep it: “百川新来了个采购总监叫… 13… 记一下”, "new buyer at Pinecrest: Jill Ash,
/// 512-555-0188"; or who took somebody's place: “现在对接的是李总”, "her stand-in is Marcus Bell". It is a contact to add; where a meeting is told of, it is part of that report.
/// </summary>
internal static class NewFace
{
    /// <summary>Letters between "new" and what he is.</summary>
    private const int LongestRole = 16;

    /// <summary>Characters of a title that people are addressed by.</summary>
    private const int LongestTitle = 3;

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Has(Feature.Touched)) return null;
        if ((Successor(clause) ?? (clause.ValuesOf(ValueKind.Phone).Any() || clause.Words("note_it").Count > 0 || Surname(clause).End > 0 ? Role(clause) : null)) is not { } role) return null;
        if (SubjectFinder.Find(clause) is not { Said: true, Customer: not null } subject) return null;
        var draft = new Draft(clause, new ScoredIntent("create_customer", 0, []), subject);
        draft.Refer("customer", subject.Customers);
        draft.Slots["field"] = "contact";
        SlotReaders.Fill(draft, ["phone", "email"]);
        return Name(draft, role) ? draft.ToFrame(1) : null;
    }

    /// <summary>The word behind which whoever took the place is named.</summary>
    private static Mark? Successor(Clause clause) =>
        clause.Words("successor").Where(word => Introduction.Named(clause, word.End) is { } name && Answers.Covers(clause, word.End, name.Start, [.. clause.Words("is_so"), .. clause.Marks.Of(Feature.Glue)]) && !clause.Named(NamedKind.Contact).Any(known => known.Mark.Overlaps(name.Start, name.End))).Select(word => (Mark?)word).FirstOrDefault();

    /// <summary>From the word for new to the end of the word for what he is.</summary>
    private static Mark? Role(Clause clause)
    {
        foreach (var face in clause.Words("new_face"))
        {
            var breath = Segments.Of(clause.Message.Text.Text, face.End, clause.To) is [var first, ..] ? first : (face.End, face.End);
            var roles = clause.Words("role").Where(role => role.Start >= breath.Item1 && role.End <= breath.Item2 && role.Start - face.End <= LongestRole).ToList();
            if (roles.Count > 0) return new Mark(face.End, roles.Max(role => role.End));
        }

        return null;
    }

    /// <summary>“姓倪”: where the surname stands; the default where none is said.</summary>
    private static Mark Surname(Clause clause)
    {
        var at = clause.Message.Text.Text.IndexOf('姓', clause.From, clause.To - clause.From);
        return at >= 0 && at + 1 < clause.To && LedNames.IsSurname(clause.Message.Text[at + 1]) && (at + 2 == clause.To || !Script.IsChinese(clause.Message.Text[at + 2])) ? new Mark(at + 1, at + 2) : default;
    }

    /// <summary>The name follows: after a word like 叫, or as the next breath; what stands before it is what he does there.</summary>
    private static bool Name(Draft draft, Mark role)
    {
        var clause = draft.Clause;
        var called = clause.Words("name_word").Concat(clause.Words("contact_lead")).FirstOrDefault(word => word.Start >= role.Start);
        if (Surname(clause) is { End: > 0 } surname) return Addressed(draft, role, surname);
        var from = called.End > 0 ? called.End : role.End;
        if (Introduction.Named(clause, from) is not { } name) return false;
        draft.Slots["person"] = draft.Message.AsTyped(name.Start, name.End);
        draft.Use(name, "person");
        if (clause.Words("successor").Contains(role)) return true;
        var (start, end) = FreeText.Trim(clause, role.Start, role.End);
        if (end > start) draft.Slots["title"] = draft.Message.AsTyped(start, end);
        return true;
    }

    /// <summary>“新来个采购主管姓倪” is 倪主管.</summary>
    private static bool Addressed(Draft draft, Mark role, Mark surname)
    {
        var (start, end) = FreeText.Trim(draft.Clause, role.Start, role.End);
        var title = draft.Message.AsTyped(start, end);
        var called = Enumerable.Range(1, Math.Min(LongestTitle, title.Length)).Reverse().Select(length => draft.Message.AsTyped(surname.Start, surname.End) + title[^length..]).FirstOrDefault(PersonForms.IsTitled);
        if (called is null) return false;
        (draft.Slots["person"], draft.Slots["title"]) = (called, title);
        draft.Use(surname, "person");
        return true;
    }
}
