namespace SalesBot.Language.Reading;

/// <summary>“你记错了”, "you ticked the wrong one": said to the bot of what it did, and never a report of the customer; the acts that it may be about are offered to be taken back.</summary>
internal static class BotWrong
{
    /// <summary>Which kind of act: <c>any</c> where that is not said; null where nobody complains.</summary>
    public static string? Kind(Clause clause)
    {
        foreach (var (start, end) in clause.Breaths)
        {
            foreach (var word in clause.Words("bot_wrong").Where(word => word.Overlaps(start, end)))
            {
                if (Answers.Covers(clause, start, word.Start, [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("correction"), .. clause.Words("connector"), .. clause.Words("but"), .. clause.Words("mistake")])) return word.Value;
            }
        }

        return null;
    }

    /// <summary>In place of a report that it was taken for, and of taking back an act that is of another kind.</summary>
    public static Frame Instead(Clause clause, Frame read)
    {
        if (!(read is { Intent: "log_followup" or "undo" or "complain" or "feedback" } or { Corrects: true } or { TakesBack: true }) || read is { Intent: "undo", Named: not null } || Kind(clause) is not { } kind) return read;
        var focus = clause.Focus;
        var isLast = focus is { Fresh: true, Undone: false, LastIntent: not null } && (kind == "any" || focus.LastIntent == kind);
        if (kind == "any" && read.Intent is "complain" or "feedback") return read;
        // Whose record it was about, or what it should be, is said with a value; a name alone may only tell who is wronged.
        if (isLast && (read.Corrects ? clause.Values.Count > 0 : read.Intent != "log_followup" && (kind != "any" || clause.Mentions.Count == 0))) return read;
        var undo = new Frame("undo") { Slots = new Slots { ["offer"] = "true" } };
        if (kind != "any") undo.Slots["act"] = kind;
        return undo;
    }
}
