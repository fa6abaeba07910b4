using SalesBot.Conversation;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Talking.Buttons;

/// <summary>
/// Every button of the process, the contracts and the approvals, over HTTP as clients press it: twice at the same moment, by somebody it was not meant for, delivered
/// twice, again when it is done, and when the deal was closed meanwhile (DESIGN.md 2, rule 7, and default deny). Each has a deal of its own.
/// </summary>
public sealed class ButtonTests
{
    private static readonly string[] Areas = ["Approvals", "Flows", "Contracts", "Deals", "Documents", "Process", "Splits", "Centre"];

    /// <summary>Somebody of another team, and somebody who sees deals but has no part in them.</summary>
    private static readonly string[] Strangers = ["Kevin Doyle", "林小雨"];

    [Fact]
    public void Every_command_of_the_process_and_of_contracts_that_changes_something_is_tried()
    {
        var declared = CommandTable.Scan().All.Where(c => c.Spec.Changes && Areas.Contains(c.GetType().Namespace!.Split('.')[^1], StringComparer.Ordinal)).Select(c => c.Spec.Id).Append("undo");
        Assert.Equal(declared.Order(StringComparer.Ordinal), ButtonCases.All.Select(c => c.Verb).Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public Task Pressed_twice_at_once_it_acts_once_and_when_it_is_done_a_press_changes_nothing(Store store) => EachAsync(store, async (effects, scene, button, data) =>
    {
        var (first, second) = (await scene.AsAsync(button.Who), await scene.AsAsync(button.Who, 1));
        await second.Says("帮助");
        await effects.BeginAsync();
        await Task.WhenAll(Task.Run(() => first.Forges(button.Verb, data)), Task.Run(() => second.Forges(button.Verb, data)));
        var fault = await effects.OnceAsync(button);
        Assert.True(fault is null, $"{fault}; answered: {first.Last} | {second.Last}");
        await effects.BeginAsync();
        Assert.Null(await effects.NoneAsync((await first.Forges(button.Verb, data)).Last));
    });

    [Theory, OnSqlite, OnPostgres]
    public Task Pressed_by_somebody_it_was_not_meant_for_it_changes_nothing_and_is_recorded(Store store) => EachAsync(store, async (effects, scene, button, data) =>
    {
        foreach (var stranger in Strangers.Where(s => s != button.MayToo && !button.ForAnybody))
        {
            await effects.BeginAsync();
            Assert.Null(await effects.NoneAsync((await scene.PressAsync(stranger, button.Verb, data)).Last));
            Assert.True(await effects.IsRefusedAsync(stranger, button.Verb), $"{stranger} was not recorded, and heard: {(await scene.AsAsync(stranger)).Last}");
        }
    });

    [Theory, OnSqlite, OnPostgres]
    public Task Delivered_twice_at_once_it_acts_once_and_both_are_answered_alike(Store store) => EachAsync(store, async (effects, scene, button, data) =>
    {
        await effects.BeginAsync();
        var answers = await Task.WhenAll(Task.Run(() => scene.DeliverAsync(button, data)), Task.Run(() => scene.DeliverAsync(button, data)));
        Assert.Equal(answers[0].Replies.Select(r => r.Text), answers[1].Replies.Select(r => r.Text), StringComparer.Ordinal);
        Assert.Null(await effects.OnceAsync(button));
    });

    [Theory, OnSqlite, OnPostgres]
    public Task Pressed_when_the_deal_was_closed_meanwhile_it_changes_nothing_and_says_so(Store store) => EachAsync(store, async (effects, scene, button, data) =>
    {
        if (!button.Outlives)
        {
            (await scene.PressAsync("王芳", "lose_deal", ("deal", scene.Deal), ("reason", "预算没了"))).Hears("已");
            await effects.BeginAsync();
            Assert.Null(await effects.NoneAsync((await scene.PressAsync(button.Who, button.Verb, data)).Last));
        }
    });

    /// <summary>All cases one after another in one company, so that a failure tells of all.</summary>
    private static async Task EachAsync(Store store, Func<Effects, Scene, ButtonCase, (string, string)[], Task> tryAsync)
    {
        await using var service = await WebService.StartAsync(await ButtonCompany.CreateAsync(store));
        var faults = new List<string>();
        foreach (var button in ButtonCases.All)
        {
            var scene = new Scene(service, button.Verb);
            try
            {
                var data = await button.Ready(scene);
                await tryAsync(new Effects(service, button.Who), scene, button, [.. data.Select(d => (d.Key, d.Value))]);
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add($"{button.Verb}: {fault.Message}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }
}
