using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Tests.Talking.AtRandom;

/// <summary>What may be ordered in a random story, of the deals and customers of <see cref="TestCompany"/>.</summary>
internal static class Orders
{
    /// <summary>In the data of an edit of the process: the version that is in force when it is pressed.</summary>
    public const string Version = StaleYes.Base;

    /// <summary>Rep, manager, another rep, director, legal, finance, customer success, abroad; those who have the deals, lead them and lay down the process, more often.</summary>
    public static readonly string[] People = ["P2", "P1", "P3", "P0", "P6", "P7", "P8", "P5", "P9", "PA", "P2", "P1", "P2"];

    private static readonly string[] Deals = ["D1", "D3", "D5", "D7", "L1"];
    private static readonly string[] Customers = ["C1", "C3", "C5", "C6", "C8"];
    private static readonly string[] Amounts = ["680000", "700000", "816000", "250000", "0", "90000"];
    private static readonly string[] Stages = ["lead", "contact", "qualify", "proposal", "negotiation", "won"];
    private static readonly string[] Wants = ["next_step", "contact", "document:proposal", "review:survey", "contract", "amount"];
    private static readonly string[] Templates = ["default", "five", "service"];
    private static readonly string[] States = ["Confirmed", "InProduction", "Shipped", "Delivered", "Accepted"];

    private static readonly (string Verb, Func<int, (string Slot, string Value)[]> Data)[] All =
    [
        ("update_amount", v => [Deal(v), ("amount", Amounts[v / 5 % Amounts.Length])]),
        ("update_close_date", v => [Deal(v), ("close_date", v % 2 == 0 ? "2026-08-01" : "2027-01-15")]),
        ("move_stage", v => [Deal(v), ("stage", "next")]),
        ("move_stage", v => [Deal(v), ("stage", "back")]),
        ("move_stage", v => [Deal(v), ("stage", "negotiation"), ("reason", "客户催得急")]),
        ("submit_contract", v => [Deal(v)]),
        ("submit_contract", v => [Deal(v), ("amount", Amounts[v / 5 % Amounts.Length])]),
        ("submit_quote", v => [Deal(v), ("discount", v % 2 == 0 ? "0.9" : "0.8")]),
        ("approve", _ => []),
        ("reject", _ => [("reason", "不行")]),
        ("return_for_changes", _ => [("reason", "改付款条款")]),
        ("withdraw_approval", _ => []),
        ("sign_contract", v => [Deal(v)]),
        ("record_invoice", v => [Customer(v), ("invoice", "INV-" + (v % 3).ToString(CultureInfo.InvariantCulture) + "00")]),
        ("set_payment_plan", v => [Deal(v), ("plan", v % 2 == 0 ? "30%@2026-04-01;rest@2027-09-01" : "50%@2026-05-01;50%@2027-06-01"), ("confirm", "true")]),
        ("record_payment", v => [Deal(v), ("amount", v % 2 == 0 ? "10000" : "90000000")]),
        ("set_order_state", v => [Deal(v), ("order_state", States[v / 5 % States.Length]), ("confirm", "true")]),
        ("create_deal", v => [Customer(v), ("amount", "300000"), ("close_date", "2027-03-01"), ("deal_name", v % 2 == 0 ? "产线" : "产线改造"), ("confirm", "true")]),
        ("log_followup", v => [Deal(v), ("content", "电话沟通"), ("next_step", "寄样本"), ("next_date", "2027-02-01")]),
        ("set_next_step", v => [Deal(v), ("next_step", "约见"), ("date", "2027-02-03")]),
        ("win_deal", v => [Deal(v)]),
        ("lose_deal", v => [Deal(v), ("reason", "预算没了")]),
        ("assign_customer", v => [Customer(v), ("person", v % 2 == 0 ? "P3" : "P2"), ("confirm", "true")]),
        ("set_tax_id", v => [Customer(v), ("tax_id", "91310000MA1K3XYZ" + (v % 2).ToString(CultureInfo.InvariantCulture) + "J")]),
        ("add_task", v => [("content", "催合同"), ("date", "2027-02-02"), Deal(v)]),
        ("undo", _ => []),
        .. Swings,
        .. Moves,
    ];

    /// <summary>What no decision may outlive, on deals of which something was decided.</summary>
    private static (string Verb, Func<int, (string Slot, string Value)[]> Data)[] Swings =>
    [
        ("update_amount", v => [("deal", v % 2 == 0 ? "D1" : "D3"), ("amount", Amounts[v / 2 % Amounts.Length])]),
        ("submit_quote", v => [("deal", "D1"), ("discount", v % 2 == 0 ? "0.95" : "0.9"), ("amount", "610000")]),
        ("submit_contract", v => [("deal", "D3"), ("amount", Amounts[v % Amounts.Length])]),
        ("approve", _ => []),
    ];

    /// <summary>Over gates, past gates, and gates that are laid down anew while deals stand before them.</summary>
    private static (string Verb, Func<int, (string Slot, string Value)[]> Data)[] Moves =>
    [
        ("move_stage", v => [Deal(v), ("stage", "next")]),
        ("move_stage", v => [Deal(v), ("stage", "next")]),
        ("move_stage", v => [Deal(v), ("stage", Stages[v / 5 % Stages.Length])]),
        ("move_stage", v => [Deal(v), ("stage", Stages[v / 5 % Stages.Length]), ("reason", "客户催得急")]),
        ("override_gate", v => [Deal(v), ("stage", Stages[v / 5 % Stages.Length]), ("reason", "客户催得急")]),
        ("request_skip", v => [Deal(v), ("stage", "next"), ("reason", "客户催得急")]),
        ("decline_skip", v => [Deal(v), ("stage", Stages[v / 5 % Stages.Length]), ("reason", "先补齐材料")]),
        ("request_review", v => [Deal(v), ("kind", v % 2 == 0 ? "survey" : "proposal")]),
        ("freeze_deal", v => [Deal(v), ("reason", "预算暂停"), ("date", "2026-04-01")]),
        ("stage_needs", v => Edit(("stage", Stages[v % 5]), ("need", Wants[v / 5 % Wants.Length]))),
        ("remove_stage", v => Edit(("stage", Stages[v % 5]))),
        ("switch_process", v => Edit(("template", Templates[v % 3]))),
    ];

    /// <summary>The place of the first of <see cref="Moves"/>; they are the last ones.</summary>
    public static int FirstMove => All.Length - Moves.Length;

    /// <summary>The place of the first of <see cref="Swings"/>, which come before those.</summary>
    public static int FirstSwing => FirstMove - Swings.Length;

    public static int Count => All.Length;

    public static Press Of(int what, int value) =>
        new(All[what % All.Length].Verb, new Slots(All[what % All.Length].Data(value).Select(d => KeyValuePair.Create(d.Slot, d.Value))), null);

    private static (string Slot, string Value) Deal(int value) => ("deal", Deals[value % Deals.Length]);

    private static (string Slot, string Value) Customer(int value) => ("customer", Customers[value % Customers.Length]);

    /// <summary>An edit that was read back, with a place for the deals of every stage that goes.</summary>
    private static (string Slot, string Value)[] Edit(params (string Slot, string Value)[] data) =>
        [.. data, ("reason", "试一下"), ("confirm", "true"), (Version, "?"), .. Stages.Append("quote").Select(stage => ("to." + stage, stage == "lead" ? "contact" : "lead"))];
}
