using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“海虹的技术交流会定在25号下午”, "the Harbour demo is on the 21st, 3pm": what is still to come is to be done on its day; nobody has been there, and no deal's next step gives way to it.</summary>
internal static class Appointments
{
    private static readonly int Event = PhraseBook.Standard.KeyOf("[appointment:event]");
    private static readonly string[] MaySoundSo = ["log_followup", "set_next_step", "update_close_date", "unknown", "add_task"];

    public static bool Are(Clause clause, Subject subject)
    {
        if (!subject.Said || !clause.Has(Event) || !MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal)) return false;
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Marks.Of(Feature.Touched).Any(word => !IsCalled(clause, word)) || clause.Words("closes").Count > 0) return false;
        var what = clause.Marks.Of(Event);
        return clause.Words("set_for").Where(word => what.Any(called => called.Start < word.Start)).Concat(clause.Words("moves")).Any(word => clause.ValuesOf(ValueKind.Date).Any(day => day.Start >= word.Start && what.Any(called => called.Start < day.Start) && day.Date > clause.Message.Today));
    }

    /// <summary>"Demo for Ian" may tell that there was one, or what one is called.</summary>
    public static bool IsCalled(Clause clause, Mark touched) => clause.Marks.Of(Event).Any(what => what.Start == touched.Start && what.End < touched.End);
}
