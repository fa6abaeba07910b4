using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// “勾掉提交合同初稿”, "complete Send contract draft": the title of a to-do, word for word, beside words that say it is done. What it is about
/// orders nothing then. "Submit contract" alone, or "submit contract for Kestrel", is an order, though a to-do may be called so.
/// </summary>
internal static class QuotedTask
{
    public static Mark? Find(Clause clause)
    {
        var text = clause.Message.Text.Text;
        foreach (var task in TaskMatch.Open(clause))
        {
            var title = NormalText.Of(task.Name).Text;
            var start = title.Length > 1 ? text.IndexOf(title, clause.From, clause.To - clause.From, StringComparison.Ordinal) : -1;
            if (start >= 0 && IsTicked(clause, new Mark(start, start + title.Length))) return new Mark(start, start + title.Length);
        }

        return null;
    }

    /// <summary>What stands beside the title speaks of a to-do that is done, and of nothing else more.</summary>
    private static bool IsTicked(Clause clause, Mark title)
    {
        var beside = new Marks(clause.Message.Text.Text, clause.From, clause.To);
        foreach (var hit in clause.Message.Hits.Where(hit => hit.Start >= clause.From && hit.End <= clause.To && !title.Overlaps(hit.Start, hit.End)))
        {
            foreach (var (key, value) in PhraseBook.Standard.LabelsOf(hit.Literal)) beside.Add(key, new Mark(hit.Start, hit.End, value));
        }

        beside.Add(Feature.Task, title);
        return IntentScorer.ByRules(beside) is [{ Intent: "complete_task", Score: >= Choice.EnoughToWrite } best, ..] && best.Cues.Any(cue => !cue.Overlaps(title.Start, title.End));
    }
}
