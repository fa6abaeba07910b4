using SalesBot.Language.Names;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>What waits for the speaker's decision, looked up once a message, when somebody asks.</summary>
internal sealed class Desk(EntityIndex index, NormalText text, string person, Func<NamedRecord, bool> maySee)
{
    private IReadOnlyList<NamedRecord>? _waiting;
    private IReadOnlyList<(NamedRecord Approval, IReadOnlyList<string> Words)>? _titled;

    public IReadOnlyList<NamedRecord> Waiting => _waiting ??=
        [.. index.Of(person, NamedKind.Approval).Where(approval => approval.IsOpen && approval.Approvers.Contains(person, StringComparer.Ordinal) && maySee(approval)).OrderBy(approval => approval.Key, StringComparer.Ordinal)];

    /// <summary>Those whose contract or deal has letters in common with the message, and the words of both that are not the customer's.</summary>
    public IReadOnlyList<(NamedRecord Approval, IReadOnlyList<string> Words)> Titled => _titled ??= Read();

    private List<(NamedRecord Approval, IReadOnlyList<string> Words)> Read()
    {
        var said = new LetterPairs(text.Text);
        var titled = new List<(NamedRecord Approval, IReadOnlyList<string> Words)>();
        foreach (var approval in Waiting)
        {
            var named = new[] { approval, index.Get(approval.Subject), index.Get(approval.Deal) }.OfType<NamedRecord>().Where(record => record.Name.Length > 0 && said.MeetIn(record.Name)).DistinctBy(record => record.Name, StringComparer.Ordinal).ToList();
            if (named.Count == 0) continue;
            var customer = index.Get(approval.Customer);
            var words = named.SelectMany(record => DealWords.Of(record, customer)).Distinct(StringComparer.Ordinal).Where(word => said.MeetIn(word)).ToList();
            if (words.Count > 0) titled.Add((approval, words));
        }

        return titled;
    }
}
