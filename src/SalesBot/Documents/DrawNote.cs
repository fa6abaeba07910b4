using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Approvals;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>All that somebody needs who recomputes the draw of a document that passed at once (<see cref="SpotDraw"/>): kept as the remark of its review, and said in the reader's language.</summary>
/// <param name="Draw">From 0 to less than 1, with four places.</param>
/// <param name="Rate">The share that is drawn, from 0 to 1.</param>
/// <param name="Hash">The beginning of the seed's.</param>
internal sealed partial record DrawNote(string Document, decimal Draw, decimal Rate, string Month, string Hash)
{
    private bool IsDrawn => Draw < Rate;

    public Word Said => new(IsDrawn ? "SpotCheck.note_drawn" : "SpotCheck.note", Plain($"{Draw:0.0000}"), Plain($"{Rate:0.00}"), Month, Hash, Document);

    /// <summary>What was remarked on a decision: in its author's own words, or how the draw went.</summary>
    public static object? RemarkOf(Approval approval) => approval.Comment is { } text ? Read(text)?.Said ?? (object)text : null;

    public string Write() => Plain($"auto_pass {Document}: {Draw:0.0000} {(IsDrawn ? "<" : "≥")} {Rate:0.00}, seed {Month} #{Hash}");

    private static DrawNote? Read(string text) => Shape().Match(text) is { Success: true } found
        ? new DrawNote(found.Groups["document"].Value, Number(found, "draw"), Number(found, "rate"), found.Groups["month"].Value, found.Groups["hash"].Value)
        : null;

    private static decimal Number(Match found, string name) => decimal.Parse(found.Groups[name].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Plain(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^auto_pass (?<document>\w{1,64}): (?<draw>\d\.\d{4}) [<\u2265] (?<rate>\d\.\d\d), seed (?<month>\d{4}-\d\d) #(?<hash>\w{1,64})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
