using System.Globalization;
using SalesBot.Contracts;
using SalesBot.Language;
using SalesBot.Tests.Documents;

namespace SalesBot.Tests.Talking.Buttons;

/// <summary>Every button of the process, the contracts and the approvals that changes something; a new command is a line here, and <see cref="ButtonTests"/> asks for it.</summary>
internal static class ButtonCases
{
    private const string Rep = "赵磊", Manager = "王芳", Legal = "郑文", Finance = "吴敏", Admin = "管理员";

    public static IReadOnlyList<ButtonCase> All { get; } =
    [
        Of("approve", Legal, Submitted(100_000)),
        Of("reject", Legal, Submitted(100_000, ("reason", "毛利太低"))),
        Of("return_for_changes", Legal, Submitted(100_000, ("reason", "改付款条款"))),
        Of("approve_all", Legal, Submitted(40_000, ("confirm", "true"), ("approvals", "{approval}"))),
        Of("hand_on", Legal, Submitted(100_000, ("person", "P0"))),
        Of("ask_in", Legal, Submitted(100_000, ("person", "P9"))),
        Of("urge_approval", Rep, Submitted(100_000)) with { MayToo = "林小雨" },
        Of("withdraw_approval", Rep, Submitted(100_000)),
        Of("delegate_approval", Finance, _ => Data(("person", "P9"), ("date", "2026-03-20"))) with { Outlives = true },
        Of("submit_contract", Rep, s => Data(("deal", s.Deal))),
        Of("submit_quote", Rep, s => Data(("deal", s.Deal), ("discount", "0.9"), ("amount", "90000"))),
        Of("sign_contract", Rep, s => Data(("contract", s.Contract))) with { Outlives = true, Contract = ContractStatus.Approved },
        Of("record_invoice", Finance, async s => await SignedAsync(s, ("invoice", "INV-2042"))) with { Outlives = true, Contract = ContractStatus.Approved },
        Of("record_payment", Finance, async s => await SignedAsync(s, ("amount", "10000"))) with { Outlives = true, Contract = ContractStatus.Approved },
        Of("correct_payment", Finance, PaidAsync) with { Outlives = true, Contract = ContractStatus.Approved },
        Of("set_payment_plan", Finance, async s => await SignedAsync(s, ("plan", "30%@2026-04-01;rest@2027-09-01"), ("confirm", "true"))) with { Outlives = true, Contract = ContractStatus.Approved },
        Of("set_order_state", Rep, async s => await SignedAsync(s, ("order_state", "Confirmed"), ("confirm", "true"))) with { Outlives = true, MayToo = "林小雨", Contract = ContractStatus.Approved },
        Of("amend_contract", Rep, s => Data(("deal", s.Deal), ("contract", s.Contract), ("amount", "120000"), ("currency", "CNY"))) with { Contract = ContractStatus.Approved },
        Of("change_terms", Rep, s => Data(("contract", s.Contract), ("terms", "预付四成，验收后付清"))) with { Contract = ContractStatus.Approved },
        Of("add_template", Legal, s => TemplateAsync(s)) with { Outlives = true },
        Of("use_template", Rep, WithTemplateAsync) with { Outlives = true },
        Of("complain", Rep, _ => Data(("content", "合同审批太慢"))) with { Outlives = true, ForAnybody = true },
        Of("set_review_rate", "何建国", _ => Data(("kind", "proposal"), ("rate", "35%"))) with { Outlives = true },
        Of("attach_document", Rep, s => HandedInAsync(s, "proposal")),
        Of("request_review", Rep, ReturnedAsync),
        Of("set_review_mode", "何建国", _ => Data(("kind", "proposal"), ("person", "P2"), ("mode", "approve_first"))) with { Outlives = true },
        Of("move_stage", Rep, s => Data(("deal", s.Deal), ("stage", "contact"), ("from", "lead"))) with { Stage = "lead" },
        Of("override_gate", Manager, s => Data(("deal", s.Deal), ("stage", "negotiation"), ("from", "proposal"), ("reason", "客户催得急"))),
        Of("request_skip", Rep, s => Data(("deal", s.Deal), ("stage", "won"), ("reason", "客户催得急"))) with { OnlyTells = true },
        Of("decline_skip", Manager, s => Data(("deal", s.Deal), ("stage", "negotiation"), ("from", "proposal"), ("reason", "先补齐材料"))) with { OnlyTells = true },
        Of("freeze_deal", Manager, s => Data(("deal", s.Deal), ("reason", "预算暂停"), ("date", "2026-04-01"))),
        Of("unfreeze_deal", Manager, FrozenAsync) with { Outlives = true },
        Of("win_deal", Rep, s => Data(("deal", s.Deal))) with { Stage = "negotiation", Contract = ContractStatus.Approved },
        Of("lose_deal", Rep, s => Data(("deal", s.Deal), ("reason", "预算没了"))),
        Of("reopen_deal", Manager, LostAsync) with { Outlives = true },
        Of("update_amount", Rep, s => Data(("deal", s.Deal), ("amount", "105000"))),
        Of("rename_deal", Rep, s => Data(("deal", s.Deal), ("deal_name", "改名后的商机"))) with { Outlives = true },
        Of("update_close_date", Rep, s => Data(("deal", s.Deal), ("close_date", "2026-09-01"))),
        Of("set_next_step", Rep, s => Data(("deal", s.Deal), ("next_step", "约见"), ("date", "2026-03-20"))),
        Of("comment_deal", Manager, s => Data(("deal", s.Deal), ("content", "下周带技术去"))) with { Outlives = true },
        Of("create_deal", Rep, s => Data(("customer", s.Customer), ("amount", "300000"), ("close_date", "2027-03-01"), ("deal_name", "二期" + s.Deal))) with { Outlives = true },
        Of("create_lead", Rep, s => Data(("customer", s.Customer), ("source", "展会"), ("deal_name", "三期" + s.Deal))) with { Outlives = true },
        Of("undo", Rep, ChangedAsync) with { Outlives = true },
        .. Edits(),
    ];

    private static IEnumerable<ButtonCase> Edits() =>
    [
        Edit("rename_stage", ("stage", "contact"), ("value", "首次接触")),
        Edit("stage_days", ("stage", "contact"), ("value", "11")),
        Edit("stage_probability", ("stage", "contact"), ("value", "22")),
        Edit("stage_needs", ("stage", "contact"), ("need", "next_step")),
        Edit("add_need", ("stage", "contact"), ("need", "close_date")),
        Edit("drop_need", ("stage", "contact"), ("need", "contact")),
        Edit("stage_actions", ("stage", "contact"), ("value", "先打电话")),
        Edit("stage_standard", ("stage", "contact"), ("value", "三天内")),
        Edit("stage_output", ("stage", "contact"), ("value", "通话记录")),
        Edit("stage_responsible", ("stage", "contact"), ("value", "Finance")),
        Edit("stage_review", ("stage", "contact"), ("mode", "SpotCheck")),
        Edit("flow_hours", ("flow", "contract"), ("step", "1"), ("value", "24")),
        Edit("flow_mode", ("flow", "contract"), ("step", "1"), ("value", "全部")),
        Edit("flow_approver", ("flow", "contract"), ("step", "1"), ("value", "吴敏")),
        Edit("flow_threshold", ("flow", "quote.1"), ("value", "20%")),
        Edit("flow_bulk", ("value", "30000")),
        Edit("add_flow_step", ("flow", "contract"), ("value", "销售总监")),
        After("add_flow_step", [("flow", "contract"), ("value", "吴敏")], "remove_flow_step", ("flow", "contract"), ("step", "2")),
        After("flow_hours", [("flow", "contract"), ("step", "1"), ("value", "12")], "restore_flows", ("version", "0")),
        Edit("split_days", ("value", "20")),
        Edit("split_similarity", ("value", "70")),
        Edit("framework_days", ("value", "90")),
        Edit("split_limit", ("value", "600000"), ("currency", "CNY")),
        After("split_days", [("value", "25")], "restore_split_rule", ("version", "0")),
        Of("pause_nudges", "何建国", _ => Data(("date", "2026-03-20"), ("reason", "停电"))) with { Outlives = true },
        Of("resume_nudges", Admin, PausedAsync) with { Outlives = true },
        Edit("stall_days", ("value", "13")),
        Edit("nudge_days", ("rule", "silent"), ("value", "45")),
        Edit("nudge_tell", ("rule", "silent"), ("value", "director"), ("days", "9")),
        Edit("nudge_untell", ("rule", "stalled"), ("value", "director")),
        Edit("nudge_channel", ("rule", "stalled"), ("value", "Message")),
        Edit("nudge_hours", ("rule", "stalled"), ("value", "morning")),
        Edit("nudge_switch", ("rule", "cadence"), ("value", "off")),
        Edit("nudge_task", ("rule", "silent"), ("value", "off")),
        Edit("nudge_budget", ("value", "4")),
        After("nudge_budget", [("value", "5")], "restore_nudges", ("version", "0")),
        Edit("add_stage", ("value", "样机测试"), ("stage", "proposal")),
        Edit("place_stage", ("stage", "contact"), ("way", "later")),
        Edit("remove_stage", ("stage", "contact")),
        After("stage_days", [("stage", "qualify"), ("value", "12")], "restore_process", ("version", "0")),
        Edit("switch_process", ("template", "five")),
    ];

    private static ButtonCase Of(string verb, string who, Func<Scene, Task<Slots>> ready) => new(verb, who, ready);

    private static ButtonCase Edit(string verb, params (string Slot, string Value)[] data) => new(verb, Admin, scene => scene.YesAsync(verb, data)) { Outlives = true };

    /// <summary>An edit for which another has to be saved first.</summary>
    private static ButtonCase After(string first, (string Slot, string Value)[] with, string verb, params (string Slot, string Value)[] data) => new(verb, Admin, async scene =>
    {
        await scene.PressAsync(Admin, first, [.. (await scene.YesAsync(first, with)).Select(y => (y.Key, y.Value))]);
        return await scene.YesAsync(verb, data);
    }) { Outlives = true };

    private static Task<Slots> Data(params (string Slot, string Value)[] data) => Task.FromResult(Scene.Of(data));

    private static Func<Scene, Task<Slots>> Submitted(int amount, params (string Slot, string Value)[] more) => async scene =>
    {
        await scene.PressAsync(Rep, "submit_contract", ("deal", scene.Deal), ("amount", amount.ToString(CultureInfo.InvariantCulture)));
        return await scene.ApprovalAsync(more);
    };

    private static async Task<Slots> SignedAsync(Scene scene, params (string Slot, string Value)[] more)
    {
        await scene.PressAsync(Rep, "sign_contract", ("contract", scene.Contract));
        return Scene.Of([("contract", scene.Contract), .. more]);
    }

    private static async Task<Slots> PaidAsync(Scene scene)
    {
        await SignedAsync(scene);
        await scene.PressAsync(Finance, "record_payment", ("contract", scene.Contract), ("amount", "20000"));
        return Scene.Of([("contract", scene.Contract), ("amount", "15000")]);
    }

    private static async Task<Slots> HandedInAsync(Scene scene, string kind)
    {
        await scene.PressAsync(Rep, "cancel");
        await (await scene.AsAsync(Rep)).Sends(null, Papers.Pdf(scene.Deal + ".pdf", scene.Deal));
        return await scene.FileAsync(("deal", scene.Deal), ("kind", kind));
    }

    private static async Task<Slots> TemplateAsync(Scene scene)
    {
        await scene.PressAsync(Legal, "cancel");
        await (await scene.AsAsync(Legal)).Says("上传合同模板");
        await (await scene.AsAsync(Legal)).Sends(null, Papers.Pdf(scene.Deal + ".pdf", scene.Deal));
        return await scene.FileAsync(("value", "模板" + scene.Deal));
    }

    private static async Task<Slots> WithTemplateAsync(Scene scene)
    {
        await scene.PressAsync(Legal, "add_template", [.. (await TemplateAsync(scene)).Select(t => (t.Key, t.Value))]);
        return Scene.Of(("contract", scene.Contract), ("value", "模板" + scene.Deal));
    }

    private static async Task<Slots> ReturnedAsync(Scene scene)
    {
        await scene.PressAsync(Rep, "attach_document", [.. (await HandedInAsync(scene, "survey")).Select(d => (d.Key, d.Value))]);
        await scene.PressAsync("孙丽", "return_for_changes", [.. (await scene.ApprovalAsync(("reason", "补照片"))).Select(r => (r.Key, r.Value))]);
        return Scene.Of(("deal", scene.Deal), ("kind", "survey"));
    }

    private static async Task<Slots> FrozenAsync(Scene scene)
    {
        await scene.PressAsync(Manager, "freeze_deal", ("deal", scene.Deal), ("reason", "预算暂停"), ("date", "2026-04-01"));
        return Scene.Of([("deal", scene.Deal)]);
    }

    private static async Task<Slots> LostAsync(Scene scene)
    {
        await scene.PressAsync(Rep, "lose_deal", ("deal", scene.Deal), ("reason", "预算没了"));
        return Scene.Of([("deal", scene.Deal)]);
    }

    private static async Task<Slots> PausedAsync(Scene scene)
    {
        await scene.PressAsync(Admin, "pause_nudges", ("date", "2026-03-20"), ("reason", "停电"));
        return [];
    }

    private static async Task<Slots> ChangedAsync(Scene scene)
    {
        await scene.PressAsync(Rep, "update_close_date", ("deal", scene.Deal), ("close_date", "2026-10-01"));
        return await scene.EntryAsync(Rep);
    }
}
