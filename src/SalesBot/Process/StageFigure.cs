using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Conversation;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>A number of one stage is changed; the first number that was said counts ("5 天", "45%").</summary>
internal abstract partial class StageFigure(string id, int most) : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing(id, "stage", "value");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        if (stage is null)
        {
            return (null, bad);
        }

        return Said(act.Slots.Text("value")) is { } number && number <= most
            ? (With(before, Put(stage, number)), null)
            : (null, new Word("Process.bad_figure", Excerpt.Of(act.Slots.Text("value")), most));
    }

    /// <summary>The first number in the words; null where there is none.</summary>
    public static int? Said(string? words) => int.TryParse(Figure().Match(words ?? "").Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How many days the words last (“10天”, “两周”, "three months"); a bare number is days.</summary>
    public static int? Days(string? words, DateTime now) =>
        ValueReader.Read(NormalText.Of(words ?? ""), now).FirstOrDefault(value => value.Kind == ValueKind.Duration)?.Days ?? Said(words);

    protected abstract Stage Put(Stage stage, int number);

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figure();
}

/// <summary>After how many days a deal in a stage counts as stalled (AL-04); 0 is never.</summary>
internal sealed class StageDays() : StageFigure("stage_days", 365)
{
    protected override Stage Put(Stage stage, int number) => stage with { StallDays = number };
}

/// <summary>The chance to win from a stage, in percent.</summary>
internal sealed class StageProbability() : StageFigure("stage_probability", 100)
{
    protected override Stage Put(Stage stage, int number) => stage with { Probability = number };
}
