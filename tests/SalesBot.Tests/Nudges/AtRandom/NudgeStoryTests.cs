using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Nudges.AtRandom;

/// <summary>
/// Random months of a company: people act, go on leave, travel and change their hours, rules are edited, the clock jumps over nights, breaks and outages, a scan or a
/// delivery is killed in the middle, two nodes work at once. Whatever happens, <see cref="Promises"/> hold. <c>SALESBOT_REPLAY</c> and <c>SALESBOT_STORIES</c> as in the
/// stories of turns.
/// </summary>
/// <remarks>
/// Seen red by breaking what each guards: delivery without a look at working hours (<c>NudgeDelivery.WhomAsync</c>) or leave (<c>Presence</c>), without the state looked at
/// again (<c>StalledDeals.TellAsync</c>), findings marked told whose message was not written (<c>NudgeDelivery.SendAsync</c>). Days on which the budget runs out are rare in
/// these stories; <see cref="DigestTests"/> have them.
/// </remarks>
public sealed class NudgeStoryTests
{
    private static readonly int Stories = int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_STORIES"), CultureInfo.InvariantCulture, out var stories) ? stories : 8;
    private const int Longest = 16;

    [Fact]
    public void Nobody_is_told_twice_at_night_on_leave_or_of_what_is_over_and_nothing_is_lost() =>
        Prop.ForAll(Steps(), steps =>
        {
            NudgeStory.PlayAsync(steps, Store.Sqlite).GetAwaiter().GetResult();
            return true;
        }).Check(Settings());

    /// <summary>Every kind of step once, with two nodes and kills between, on both databases.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public Task A_month_with_everything_in_it_holds(Store store) =>
        NudgeStory.PlayAsync([.. Enumerable.Range(0, 24).Select(i => new NudgeStep((NudgeStepKind)(i * 5 % NudgeStory.Kinds), i, i * 7))], store);

    private static Arbitrary<NudgeStep[]> Steps()
    {
        var step = from kind in Gen.Choose(0, NudgeStory.Kinds - 1)
                   from who in Gen.Choose(0, 99)
                   from value in Gen.Choose(0, 999)
                   select new NudgeStep((NudgeStepKind)kind, who, value);
        return Arb.From(step.ListOf().Select(steps => steps.ToArray()), Smaller);
    }

    /// <summary>Without its first or second half, then without one step.</summary>
    private static IEnumerable<NudgeStep[]> Smaller(NudgeStep[] steps)
    {
        if (steps.Length > 3)
        {
            yield return steps[(steps.Length / 2)..];
            yield return steps[..(steps.Length / 2)];
        }

        for (var i = steps.Length - 1; i >= 0 && steps.Length > 1; i--)
        {
            yield return [.. steps[..i], .. steps[(i + 1)..]];
        }
    }

    private static Config Settings()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Stories).WithStartSize(Longest / 2).WithEndSize(Longest);
        if (Environment.GetEnvironmentVariable("SALESBOT_REPLAY")?.Split(',') is not [var seed, var gamma, var size])
        {
            return config;
        }

        var replay = new Replay(new Rnd(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture)), FSharpOption<int>.Some(int.Parse(size, CultureInfo.InvariantCulture)));
        return config.WithReplay(FSharpOption<Replay>.Some(replay)).WithMaxTest(1);
    }
}
