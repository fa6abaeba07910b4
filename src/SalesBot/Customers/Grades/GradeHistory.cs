using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Grades;

/// <summary>Every change of a customer's grade: from which to which, by whom, when and why (CU-01).</summary>
internal sealed class GradeHistory : Command
{
    public override CommandSpec Spec { get; } = new("grade_history", Permission.ReadSales) { Requires = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var all = act.Db.GradeChanges.Where(g => g.CustomerId == customer.Id).OrderByDescending(g => g.CreatedAt).ThenByDescending(g => g.Id);
        var paging = Paging.Of(act, await all.CountAsync(cancellationToken));
        var rows = (await paging.Of(all).ToListAsync(cancellationToken)).ConvertAll(g => new
        {
            Main = new Word("Grade.step", Said(g.From), Said(g.To)),
            Second = new Word(g.Reason is null ? "Grade.by" : "Grade.by_why", g.CreatedAt, act.Org.Find(g.ById), g.Reason ?? ""),
        });
        Word title = new("Grade.history", customer.Name);
        Word now = new("Grade.now", Said(customer.Grade));
        return new Reply(new View("list", new { Title = title, Subtitle = paging.Say(now), Rows = rows, Empty = new Word("Grade.no_history"), paging.Prev, paging.Next }, new Word("Approval.text", title, now)))
        {
            InPlace = paging.InPlace,
            Focus = act.About(customer),
        };
    }

    private static Word Said(string? grade) => grade is null ? new("Grade.none") : new("Format.Plain", grade);
}
