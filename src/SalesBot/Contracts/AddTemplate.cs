using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>A file that comes in chat becomes the next version of a contract template, or the first of a new one (AP-08). Admin and legal keep them.</summary>
internal sealed class AddTemplate : Command
{
    private const int Offered = 6;

    private static readonly SpokenPatterns Words = new("SalesBot.Contracts.template-words.txt");

    public override CommandSpec Spec { get; } = new("add_template", Permission.KeepTemplates) { MayAsk = ["value", "file"], TakesFiles = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var files = await Intake.WaitingAsync(act, cancellationToken);
        if (files.Count != 1)
        {
            act.Db.RemoveRange(files);
            return Intake.Refused(act) is { } refused ? Act.Say(refused) : Question.For(act, "file");
        }

        var names = await act.Db.ContractTemplates.Select(t => t.Name).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
        if (act.Slots.Text("value", ContractTemplate.LongestName)?.Trim(' ', '"', '\u201C', '\u201D', '\u300A', '\u300B') is not { Length: > 0 } said)
        {
            return Name(act, files[0], names);
        }

        said = Whole(act, said);
        var name = names.Find(known => known.Equals(said, StringComparison.OrdinalIgnoreCase)) ?? said;
        var newest = await act.Db.ContractTemplates.Include(t => t.Document).Where(t => t.Name == name).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancellationToken);
        var terms = act.Slots.Text("terms", 1000) ?? newest?.Terms;
        if (newest is not null && newest.Document.Sha256 == files[0].Sha256 && newest.Terms == terms)
        {
            act.Db.RemoveRange(files);
            return Act.Say(new Word("Template.same", name, newest.Number));
        }

        (files[0].Kind, files[0].CreatedAt) = (DocumentKinds.Template, act.Now);
        var version = new ContractTemplate { Key = Keys.New('J'), CreatedAt = act.Now, Name = name, Number = 1 + (newest?.Number ?? 0), Document = files[0], Terms = terms, ById = act.Me.Id };
        act.Db.Add(version);
        return act.Receipt("Receipt.template", new Word("Template.version", name, version.Number), files[0].Line(), new Button("Command.contract_templates", "contract_templates"));
    }

    /// <summary>A name that ends in "contract", of which the words for "contract template" took the end.</summary>
    private static string Whole(Act act, string said)
    {
        var at = act.Said?.IndexOf(said, StringComparison.Ordinal) ?? -1;
        var end = at < 0 ? "" : Words["taken end"].Match(act.Said!, at + said.Length).Value;
        return said.Length + end.Length <= ContractTemplate.LongestName ? said + end : said;
    }

    /// <summary>Of which template it is the next version; or another name, in words.</summary>
    private static Reply Name(Act act, Document file, List<string> names)
    {
        var known = Orders.ToData(act.Frame);
        Word text = new("Template.which", file.Name);
        var buttons = names.Take(Offered).Select(name => new Button(new Word("Format.Plain", name), "add_template", new Slots(known) { ["value"] = name })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.add_template"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("value", known) };
    }
}
