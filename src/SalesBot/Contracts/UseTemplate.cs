using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Notes from which template, and which version of it, a contract was made (AP-08): whoever decides it sees that, and when there is a newer one.</summary>
internal sealed partial class UseTemplate : Command
{
    /// <summary>On the receipt of a submission.</summary>
    private const int Offered = 3;

    public override CommandSpec Spec { get; } = new("use_template", Permission.SubmitApproval) { MayAsk = ["value"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        act = await MeantContract.DrawnAsync(act, cancellationToken);
        if (act.Frame.Ref("contract") is null && act.Frame.Ref("deal") is { } bare && act.Slots.Text("deal") is { } named)
        {
            Word none = new("Template.no_contract", named);
            var submit = new Button("Button.submit_contract", "submit_contract", new Slots { ["deal"] = bare });
            return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { none }, Buttons = new[] { submit } }, none)) { Focus = act.Focus.Settled() with { Deal = bare } };
        }

        var (contract, ask) = await MeantContract.FindAsync(act, _ => true, cancellationToken);
        if (contract is null)
        {
            return ask!;
        }

        if (MeantContract.Refusal(act, Spec.Id, contract) is { } refusal)
        {
            return Act.Say(refusal);
        }

        if (contract.Status == ContractStatus.Signed)
        {
            return Act.Say(new Word("Template.signed", contract.Title));
        }

        act = act.With("contract", contract.Key);
        var all = await act.Db.ContractTemplates.AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(cancellationToken);
        if (Meant(act.Slots.Text("value"), all) is not { } template)
        {
            return all.Count == 0 ? Act.Say("Template.none") : Which(act, all);
        }

        (contract.Template, contract.TemplateNumber) = (template.Name, template.Number);
        var open = await act.Db.Approvals.Where(a => a.ContractId == contract.Id && a.Status == ApprovalStatus.Pending).ToListAsync(cancellationToken);
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, open, act.Now, cancellationToken);
        return act.Receipt("Receipt.contract_template", contract.Title) with { Focus = act.About(contract), Refreshes = [.. facts.Select(f => f.Refresh)] };
    }

    /// <summary>Adds to the receipt of a submission the newest templates to choose from, where the contract has none yet.</summary>
    public static async Task<Reply> OfferAsync(Act act, Contract contract, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Receipt is not { } receipt || contract.Template is not null)
        {
            return reply;
        }

        var all = await act.Db.ContractTemplates.AsNoTracking().OrderByDescending(t => t.Id).ToListAsync(cancellationToken);
        var newest = all.GroupBy(t => t.Name, StringComparer.Ordinal).Select(same => same.MaxBy(t => t.Number)!).Take(Offered);
        var buttons = newest.Select(t => new Button(new Word("Button.made_from", t.Name, t.Number), "use_template", new Slots { ["contract"] = contract.Key, ["value"] = t.Key }));
        return reply with { Receipt = receipt with { Buttons = [.. receipt.Buttons, .. buttons] } };
    }

    /// <summary>By its key, or by its name, or the part of it that no other has (“标准合同模板” of 标准合同), with the number of a version beside it; without one the newest.</summary>
    private static ContractTemplate? Meant(string? said, List<ContractTemplate> all)
    {
        if (said is null)
        {
            return null;
        }

        if (all.Find(t => t.Key == said) is { } pressed)
        {
            return pressed;
        }

        var name = all.Select(t => t.Name).Where(n => said.Contains(n, StringComparison.OrdinalIgnoreCase)).MaxBy(n => n.Length)
            ?? (all.Select(t => t.Name).Where(n => n.Contains(said, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null);
        var rest = name is null ? "" : said.Replace(name, "", StringComparison.OrdinalIgnoreCase);
        var number = int.TryParse(Figure().Match(rest).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        return all.Find(t => t.Name == name && (number is null || t.Number == number));
    }

    private static Reply Which(Act act, List<ContractTemplate> all)
    {
        var known = Orders.ToData(act.Frame);
        Word text = "Ask.use_template.value";
        var buttons = all.GroupBy(t => t.Name, StringComparer.Ordinal).SelectMany(same => same.Take(2)).Take(8).Select(t => new Button(new Word("Template.version", t.Name, t.Number), "use_template", new Slots(known) { ["value"] = t.Key })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.use_template"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("value", known) };
    }

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figure();
}
