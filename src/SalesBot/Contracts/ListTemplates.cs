using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>The contract templates with their versions: who laid down which, when; pressed, the file is opened (AP-08). The newest of each comes first.</summary>
internal sealed class ListTemplates : Command
{
    private const int Most = 20;

    public override CommandSpec Spec { get; } = new("contract_templates", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var all = await act.Db.ContractTemplates.AsNoTracking().Include(t => t.Document).OrderByDescending(t => t.Id).ToListAsync(cancellationToken);
        var rows = all.GroupBy(t => t.Name, StringComparer.Ordinal).SelectMany(same => same.OrderByDescending(t => t.Number).Select((t, i) => (Template: t, Newest: i == 0))).Take(Most).Select(one => new
        {
            Main = new Word(one.Newest ? "Template.newest" : "Template.version", one.Template.Name, one.Template.Number),
            Second = new Word("Template.by", one.Template.Document.Name, act.Org.Find(one.Template.ById) ?? (object)"", one.Template.CreatedAt),
            Open = new Button("Button.open_document", "open_document", new Slots { ["document"] = one.Template.Document.Key }),
        }).ToList();
        Button[] buttons = act.Me.May(Permission.KeepTemplates) ? [new("Command.add_template", "add_template")] : [];
        Word title = rows.Count == 0 ? "Template.none" : "Command.contract_templates";
        return new Reply(new View("list", new { Title = title, Subtitle = rows.Count == 0 ? null : new Word("Template.hint"), Rows = rows, Buttons = buttons }, title));
    }
}
