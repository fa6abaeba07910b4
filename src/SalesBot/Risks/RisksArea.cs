using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

internal sealed class RisksArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Risks.VisibleTo(viewer).Where(r => keys.Contains(r.Key)).Select(r => new Choice("risk", r.Key, r.Content, new Word("Format.Plain", r.Owner)));

    public override object? NameOf(Record record) => (record as Risk)?.Content;

    public override Button? Open(Record record) => record is Risk risk ? new Button("Button.open", "show_risk", new Slots { ["risk"] = risk.Key }) : null;
}
