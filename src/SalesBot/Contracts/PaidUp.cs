using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>“百川预付款到了吗”, "is the Redwood phase 1 money all in?": yes, no or partly first, of the contract, deal or customer that is named and of the part of the plan that is; then each payment.</summary>
internal sealed class PaidUp : Command
{
    private static readonly SpokenPatterns Words = new("SalesBot.Contracts.instalment-words.txt");

    public override CommandSpec Spec { get; } = new("paid_up", Permission.ReadSales) { MayAsk = ["customer"], MayName = ["customer"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (contract, deal, customer) = (act.Frame.Ref("contract"), act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if ((contract ?? deal ?? customer) is null)
        {
            return act.Slots.Text("customer") is { } unknown ? Question.NotFound(act, "customer", unknown) : Question.For(act, "customer");
        }

        var agreed = act.Db.Contracts.Include(c => c.Payments).Include(c => c.Customer).VisibleTo(act.Viewer).Where(c => c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed);
        var meant = contract is not null ? agreed.Where(c => c.Key == contract) : deal is not null ? agreed.Where(c => c.Deal!.Key == deal) : agreed.Where(c => c.Customer!.Key == customer || c.Deal!.Customer!.Key == customer);
        var contracts = await meant.OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return contracts.Count == 0 ? await NothingAsync(act, cancellationToken) : await ToldAsync(act, contracts, cancellationToken);
    }

    private static async Task<Reply> ToldAsync(Act act, List<Contract> contracts, CancellationToken cancellationToken)
    {
        var ids = contracts.ConvertAll(c => c.Id);
        var paid = await act.Db.ReceivedPayments.Include(p => p.Contract).Where(p => ids.Contains(p.ContractId)).OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Id).ToListAsync(cancellationToken);
        var part = Part(act.Said);
        var lines = part is null ? [] : contracts.ConvertAll(c => (Contract: c, Line: part == "last" ? c.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id).LastOrDefault() : c.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id).FirstOrDefault())).FindAll(c => c.Line is not null);
        var sums = lines.Count == 0 ? contracts.ConvertAll(c => (c.Currency, Whole: c.Amount, Open: Math.Max(0, c.Amount - c.Paid)))
            : lines.ConvertAll(c => (c.Contract.Currency, Whole: c.Line!.Amount, Open: PaymentContracts.OpenOf(c.Contract, c.Line)));
        var (whole, open) = (sums.Sum(s => s.Whole), sums.Sum(s => s.Open));
        var how = open == 0 ? "all" : open == whole ? "none" : "part";
        var came = CustomerPayments.Sums(sums.Select(s => (s.Currency, s.Whole - s.Open)));
        Word title = new("PaidUp." + how, came, CustomerPayments.Sums(sums.Where(s => s.Open > 0).Select(s => (s.Currency, s.Open))));
        object about = contracts is [var one] ? one.Title : contracts[0].Customer?.Name ?? "";
        object label = lines.Count == 0 ? about : new Word("Format.Dot", about, new Word("PaidUp.part." + part));
        var rows = CustomerPayments.Rows(act, contracts.FindAll(c => c.Paid < c.Amount), paid);
        var paging = Paging.Of(act, rows.Count);
        var focus = contracts is [var only] ? act.About(only) : act.Focus.Settled();
        return DayList.Show(paging, title, label, rows.Skip(paging.Skip).Take(paging.Size).ToList(), "Payments.none_of") with { Focus = focus with { List = [.. contracts.Select(c => c.Key)] } };
    }

    /// <summary>The first or the last part of the plan, where one is asked for.</summary>
    private static string? Part(string? said) => said is null ? null : Words["first"].IsMatch(said) ? "first" : Words["last"].IsMatch(said) ? "last" : null;

    /// <summary>Nothing can have come in where nothing is agreed.</summary>
    private static async Task<Reply> NothingAsync(Act act, CancellationToken cancellationToken)
    {
        var deal = act.Frame.Ref("deal") is null ? null : await act.DealAsync(cancellationToken);
        Word text = new("PaidUp.no_contract", deal?.Name ?? act.Slots.Text("customer") ?? act.Slots.Text("contract") ?? "");
        Button[] buttons = deal is null ? [] : [new Button("Button.open_deal", "show_deal", new Slots { ["deal"] = deal.Key })];
        return new Reply(new View("text", new { Title = text, Paragraphs = Array.Empty<Word>(), Buttons = buttons }, text));
    }
}
