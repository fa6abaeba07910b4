using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Grades;

/// <summary>Gives a customer a grade, or takes it away (CU-01): by its owner or whoever leads them; who did it, when and why is kept.</summary>
internal sealed class SetGrade : Command
{
    public override CommandSpec Spec { get; } = new("set_grade", Permission.WriteSales) { Requires = ["customer", "grade"], MayAsk = ["reason"] };

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken) =>
        slot == "grade" ? Task.FromResult<Reply?>(Which(act, new Word("Ask.set_grade.grade"))) : base.OfferAsync(act, slot, cancellationToken);

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (CustomerRights.Refuse(act, customer) is { } refused)
        {
            return refused;
        }

        var (said, why) = Because.Split(act.Slots.Text("grade")!);
        var grade = SegmentWords.Grade(said) ?? SegmentWords.Grade(Bare(said));
        if (grade is null)
        {
            return Which(act, new Word("Grade.no_such", Excerpt.Of(said)));
        }

        var after = grade == "none" ? null : grade;
        if (customer.Grade == after)
        {
            return Act.Say(new Word(after is null ? "Grade.none_already" : "Grade.already", customer.Name, after ?? "")) with { SaysSame = true, Focus = act.About(customer) };
        }

        act.Db.Add(new GradeChange { Key = Keys.New('G'), CreatedAt = act.Now, Customer = customer, From = customer.Grade, To = after, ById = act.Me.Id, Reason = act.Slots.Text("reason", 400) ?? why });
        customer.Grade = after;
        Word? note = GradeBook.Cadence(NudgeBook.In(act.Definitions), after) is { } days ? new Word("Grade.cadence", days) : null;
        var owner = customer.OwnerId != act.Me.Id && customer.Owner is { Active: true } one ? one : null;
        return act.Receipt("Receipt.grade", customer.Name, note, new Button("Button.grade_history", "grade_history", new Slots { ["customer"] = customer.Key })) with
        {
            Focus = act.About(customer),
            Notices = owner is null ? [] : [new Notice(owner, new View(null, null, new Word("Grade.told", act.Me, customer.Name, after is null ? new Word("Grade.none") : new Word("Format.Plain", after))))],
        };
    }

    /// <summary>“c吧”, "a B": without what belongs to the sentence.</summary>
    private static string Bare(string said) => (said.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? said[2..] : said).Trim().TrimEnd('吧', '了', '呗', '哈', '啊', '.', '!').Trim();

    private static Reply Which(Act act, Word text)
    {
        var known = Orders.ToData(act.Frame);
        known.Remove("grade");
        var buttons = GradeBook.All.Select(one => new Button(new Word("Format.Plain", one), "set_grade", new Slots(known) { ["grade"] = one })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.set_grade"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("grade", known) };
    }
}
