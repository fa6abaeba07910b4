using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace SalesBot.Tests.Talking.AtRandom;

/// <summary>
/// Random orders, buttons (stale and doubled), clock jumps, duplicate deliveries and crashes between a turn and its answer, by several people, on a ladder that is
/// laid down anew meanwhile: whatever happens, the <see cref="Invariants"/> hold. A failure prints its seed; <c>SALESBOT_REPLAY=seed,gamma,size</c> plays that story
/// again, <c>SALESBOT_STORIES=200</c> looks longer.
/// </summary>
/// <remarks>
/// Each invariant has been seen red, with the number of stories that stands here, by breaking what it guards: gates that let everybody pass
/// (<c>StageMove.Obstacle</c>, <c>WinDeal</c>), approvals that outlive a change of their deal's amount (<c>ContentWatch</c>), an undo that leaves a field
/// (<c>Reversal.PutBack</c>), a decision that moves its deal as well (<c>Decision.Decide</c>).
/// </remarks>
public sealed class RandomStoryTests
{
    private static readonly int Stories = int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_STORIES"), CultureInfo.InvariantCulture, out var stories) ? stories : 20;
    private const int Longest = 18;

    [Fact]
    public void Whatever_people_do_in_whatever_order_decisions_gates_undo_and_money_hold() =>
        Prop.ForAll(Steps(), steps =>
        {
            Story.PlayAsync(steps).GetAwaiter().GetResult();
            return true;
        }).Check(Settings());

    /// <summary>What random stories rarely reach: a contract from its approval to payment, each step doubled, after a crash, and taken back.</summary>
    [Theory]
    [InlineData(StepKind.Order)]
    [InlineData(StepKind.Repeat)]
    [InlineData(StepKind.Crash)]
    [InlineData(StepKind.AndBack)]
    public Task The_way_of_a_contract_holds_with_each_step_told_otherwise(StepKind kind)
    {
        // D3 is 凌云电缆's; who and what by their places in Orders.
        (int Who, int What, int Value)[] way = [(4, 8, 0), (0, 12, 1), (5, 13, 1), (0, 14, 6), (5, 15, 6), (0, 16, 11), (0, 20, 1)];
        return Story.PlayAsync([.. way.SelectMany(w => kind == StepKind.AndBack ? new[] { new Step(kind, w.Who, w.What, w.Value), new Step(StepKind.Order, w.Who, w.What, w.Value) } : [new Step(kind, w.Who, w.What, w.Value)])]);
    }

    /// <summary>The same of gates: deals that lack something, by who may not let them pass, with a reason and without, and by who may.</summary>
    [Theory]
    [InlineData(StepKind.Order)]
    [InlineData(StepKind.Repeat)]
    [InlineData(StepKind.Crash)]
    [InlineData(StepKind.AndBack)]
    public Task The_way_over_gates_holds_with_each_step_told_otherwise(StepKind kind)
    {
        var (next, to, because, over, won) = (Orders.FirstMove, Orders.FirstMove + 2, Orders.FirstMove + 3, Orders.FirstMove + 4, 20);
        (int Who, int What, int Value)[] way = [(0, next, 2), (0, next, 4), (7, next, 3), (0, to, 27), (1, because, 22), (0, won, 1), (1, over, 22), (4, 8, 0), (0, won, 1)];
        return Story.PlayAsync([.. way.Select(w => new Step(kind, w.Who, w.What, w.Value))]);
    }

    /// <summary>Each order that can be taken back, once by who has the deals and once by who leads them: everything is as it was.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public Task Whatever_is_taken_back_goes_back_to_what_it_was(int who) =>
        Story.PlayAsync([.. Enumerable.Range(0, Orders.Count).SelectMany(what => new[] { 0, 1, 7 }.Select(value => new Step(StepKind.AndBack, who, what, value)))]);

    private static Arbitrary<Step[]> Steps()
    {
        var kinds = Gen.Elements(StepKind.Order, StepKind.Order, StepKind.Order, StepKind.Press, StepKind.Press, StepKind.PressTwice, StepKind.Repeat, StepKind.AndBack, StepKind.AndBack, StepKind.Crash, StepKind.Wait);
        var step = from kind in kinds
                   from who in Gen.Choose(0, Orders.People.Length - 1)
                   from what in Gen.OneOf(Gen.Choose(0, Orders.Count - 1), Gen.Choose(0, Orders.Count - 1), Gen.Choose(Orders.FirstMove, Orders.Count - 1), Gen.Choose(Orders.FirstSwing, Orders.FirstMove - 1))
                   from value in Gen.Choose(0, 999)
                   select new Step(kind, who, what, value);
        return Arb.From(step.ListOf().Select(steps => steps.ToArray()), Smaller);
    }

    /// <summary>Without its first or second half, then without one step.</summary>
    private static IEnumerable<Step[]> Smaller(Step[] steps)
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
