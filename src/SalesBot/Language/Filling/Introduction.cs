using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// How somebody new is told of, a breath for each thing: from where, which company, who there, what they want. “朋友介绍的 抚顺特钢 马工 想看能耗”,
/// "from the Hannover fair: Bergmann Textil, Ulrike Sommer, wants a quote".
/// </summary>
internal static class Introduction
{
    private const int LongestPerson = 4;

    /// <summary>A breath that only says from where they came, so that no company is in it: it opens with the source or closes with it.</summary>
    public static bool IsSource(Clause clause, (int Start, int End) breath)
    {
        List<Mark> small = [.. clause.Words("create_order"), .. Small(clause)];
        return clause.Words("source").Any(word => word.Start >= breath.Start && word.End <= breath.End && (Answers.Covers(clause, breath.Start, word.Start, small) || Answers.Covers(clause, word.End, breath.End, small)));
    }

    /// <summary>Where somebody is named by surname and title at the end of a company's name (宁波重机[高总监]); -1 where nobody is.</summary>
    public static int PersonAtEnd(string text, int start, int end)
    {
        for (var length = LongestPerson; length >= 2; length--)
        {
            // 广西柳工 and 徐工 are companies.
            if (end - length - start >= (length == 2 ? 4 : 2) && PersonForms.IsTitled(text[(end - length)..end])) return end - length;
        }

        return -1;
    }

    /// <summary>Who is there: a breath of nothing but a person, or one that begins with surname and title.</summary>
    public static void Person(Draft draft)
    {
        var clause = draft.Clause;
        if (draft.Intent.Intent is not ("create_lead" or "create_customer") || draft.Slots.Text("person") is not null || draft.Slots.Text("customer") is null) return;
        foreach (var breath in clause.Breaths)
        {
            var (start, end) = FreeText.Trim(clause, breath.Start, clause.Values.Where(value => value.Start > breath.Start && value.Start < breath.End).Select(value => value.Start).DefaultIfEmpty(breath.End).Min());
            if (draft.Used.Exists(used => used.Start == start && used.End < end)) start = FreeText.Trim(clause, draft.Used.Where(used => used.Start == start).Max(used => used.End), end).Start;
            if (start < end && clause.Message.Text[start] == '的') start++;
            if (end - start < 2 || draft.Used.Exists(used => used.Overlaps(start, end)) || PersonIn(clause, start, end) is not { } person) continue;
            draft.Slots["person"] = draft.Message.AsTyped(person.Start, person.End);
            draft.Use(person, "person");
            return;
        }
    }

    /// <summary>The person named right at or after a place: up to four characters of Chinese, or words with capitals.</summary>
    public static Mark? Named(Clause clause, int from)
    {
        var text = clause.Message.Text.Text;
        var start = from;
        while (start < clause.To && !char.IsLetter(text[start])) start++;
        if (start == clause.To) return null;
        if (!Script.IsChinese(text[start])) return CapitalNames.First(clause, start);
        var end = start;
        while (end < clause.To && end - start < LongestPerson && Script.IsChinese(text[end])) end++;
        return PersonForms.IsName(text[start..end]) ? new Mark(start, end) : null;
    }

    /// <summary>What they want, in the speaker's words: whatever is no order, no name, no number to call and no source.</summary>
    public static void Wish(Draft draft)
    {
        if (AddedContact.Is(draft)) return;
        var clause = draft.Clause;
        var company = draft.Used.FirstOrDefault(used => draft.Slots.Text("customer") is { } name && draft.Message.AsTyped(used.Start, used.End) == name);
        var told = new List<(string Text, bool Wants)>();
        foreach (var breath in clause.Breaths.Where(part => !IsPost(draft, part)))
        {
            var wants = clause.Words("wants").Concat(clause.ValuesOf(ValueKind.Money, ValueKind.MoneyRange).Select(value => value.Mark)).Any(word => word.Start >= breath.Start && word.End <= breath.End);
            if (Told(draft, breath, company, wants) is { } text) told.Add((text, wants));
        }

        if (told.Count > 0 && (draft.Intent.Intent != "create_customer" || told.Exists(part => part.Wants))) draft.Slots["content"] = string.Join(Script.HasChinese(clause.Span) ? " " : ", ", told.Select(part => part.Text));
    }

    /// <summary>It says what the person does.</summary>
    private static bool IsPost(Draft draft, (int Start, int End) breath)
    {
        if (draft.Slots.Text("person") is not { } person || draft.Slots.Text("title") is not null || Posts.In(draft.Clause, breath) is not { } post || draft.Used.Exists(used => used.Overlaps(post.Start, post.End))) return false;
        if (draft.Message.AsTyped(post.Start, post.End) is var title && title.Contains(person, StringComparison.OrdinalIgnoreCase)) return false;
        draft.Slots["title"] = title;
        draft.Use(post, "title");
        return true;
    }

    private static string? Told(Draft draft, (int Start, int End) breath, Mark company, bool wants)
    {
        var clause = draft.Clause;
        var names = company.End > 0 && company.Overlaps(breath.Start, breath.End);
        var orders = TextSlots.Orders(draft).ToList();
        var products = clause.Named(NamedKind.Product).Select(mention => mention.Mark).ToList();
        List<Mark> cut = [.. orders, .. draft.Used.Except(products), .. clause.ValuesOf(ValueKind.Phone).Select(value => value.Mark), .. clause.Words("name_word"), .. clause.Words("note_order")];
        List<Mark> small = [.. cut, .. clause.Words("create_order"), .. clause.Words("party_field"), .. clause.Words("they"), .. clause.Words("deals_word"), .. Small(clause)];
        if (clause.Words("party_field").Any(word => word.Start >= breath.Start && word.Start <= FreeText.Trim(clause, breath.Start, breath.End).Start && clause.Message.Text.Slice(breath.Start, word.Start).IsWhiteSpace()) || draft.Message.Text.Slice(breath.Start, breath.End).Contains('@')) return null;
        if (Referrer(draft, breath, names ? company.Start : breath.End, cut, small) is { } referrer) return referrer;
        var ordered = orders.Exists(order => order.Overlaps(breath.Start, breath.End));
        if ((names || ordered) && !wants) return null;
        var from = names ? company.End : breath.Start;
        return Answers.Covers(clause, from, breath.End, small) ? null : FreeText.Rest(draft, from, breath.End, cut);
    }

    /// <summary>Whose tip it was, which fair: what the source is called beside the word for its sort.</summary>
    private static string? Referrer(Draft draft, (int Start, int End) breath, int end, List<Mark> cut, List<Mark> small)
    {
        var source = draft.Clause.Words("source").FirstOrDefault(word => word.Start >= breath.Start && word.End <= end);
        if (source.End == 0 || Answers.Covers(draft.Clause, breath.Start, end, [.. small, source, .. draft.Clause.Words("touched"), .. draft.Clause.Words("met_there")])) return null;
        return FreeText.Rest(draft, breath.Start, breath.End, cut.Append(new Mark(end, breath.End)).Where(mark => !mark.Overlaps(source.Start, source.End)));
    }

    private static Mark? PersonIn(Clause clause, int start, int end)
    {
        var text = clause.Message.Text.Text;
        if (!Script.IsChinese(text[start])) return CapitalNames.IsPerson(clause, new Mark(start, end)) ? new Mark(start, end) : null;
        if (TitledPeople.At(clause, start, end) is { } titled) return titled;
        var isWhole = end - start <= LongestPerson && clause.ValuesOf(ValueKind.Phone).Any() && LedNames.IsSurname(text[start]) && !clause.Message.Hits.Any(hit => hit.Start >= start && hit.End <= end && hit.End - hit.Start > 1);
        return isWhole ? new Mark(start, end) : null;
    }

    private static IEnumerable<Mark> Small(Clause clause) => clause.Marks.Of(Feature.Polite).Concat(clause.Marks.Of(Feature.Glue)).Concat(clause.Marks.Of(Feature.Particle)).Concat(clause.Words("filler"));
}
