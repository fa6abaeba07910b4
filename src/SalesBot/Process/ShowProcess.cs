using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Shows the ladder (ST-01), or of one stage what is done in it, by which standard, with what result and by whom (ST-09). An admin gets the buttons that change it.</summary>
internal sealed class ShowProcess : Command
{
    public override CommandSpec Spec { get; } = new("show_process", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var counts = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open).GroupBy(d => d.Stage)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);
        if (act.Slots.Text("stage") is not { } label)
        {
            return Ladder(act, counts);
        }

        return await StageNames.FindAsync(act, label.Split('|')[0], cancellationToken) is { } id && act.Process.Find(id) is { } stage
            ? One(act, stage, counts.GetValueOrDefault(stage.Id))
            : Act.Say(StageNames.Unknown(act.Process, label));
    }

    private static Reply Ladder(Act act, Dictionary<string, int> counts)
    {
        Word title = act.Process.Version == 0 ? new("Process.title") : new("Process.title_version", act.Process.Version);
        var rows = act.Process.Stages.Select((stage, place) => new
        {
            Main = new Word("Process.row", place + 1, StageName.Of(stage.Id)),
            Second = Needed(stage),
            Value = stage.Id == SalesProcess.Won ? new Word("Process.share", stage.Probability) : new Word("Process.row_value", stage.Probability, counts.GetValueOrDefault(stage.Id)),
            Open = new Button("Button.open", "show_process", new Slots { ["stage"] = stage.Id }),
        }).ToList();
        Button[] buttons = act.Me.May(Permission.Administer)
            ? [new("Command.add_stage", "add_stage"), new("Command.switch_process", "switch_process"), new("Command.process_versions", "process_versions")]
            : [new("Command.process_versions", "process_versions")];
        Word text = new("Process.text", title, act.Process.Stages.Select(s => StageName.Of(s.Id)).ToList());
        return new Reply(new View("list", new { Title = title, Subtitle = new Word("Process.hint"), Rows = rows, Buttons = buttons }, text));
    }

    private static Reply One(Act act, Stage stage, int deals)
    {
        List<Word> lines = [new Word("Process.chances", stage.Probability, stage.StallDays == 0 ? new Word("Process.never_stalls") : new Word("Format.days", stage.StallDays), deals)];
        foreach (var (key, text) in new[] { ("Process.key_actions", stage.KeyActions), ("Process.standard", stage.Standard), ("Process.output", stage.Output) })
        {
            lines.AddRange(text is null ? [] : [new Word(key, text)]);
        }

        lines.Add(new Word("Process.responsible", stage.Responsible is { } role ? (object)role : new Word("Process.owner")));
        lines.Add(Needed(stage));
        lines.AddRange(stage.Advises.Count == 0 ? [] : [new Word("Process.advises", stage.Advises.Select(Gaps.Wanted).ToList())]);
        lines.AddRange(stage.Review == ReviewMode.None ? [] : [new Word("Process.review", stage.Review)]);
        lines.AddRange(stage.ReorderDays is { } days and > 0 ? [new Word("Process.reorder", days)] : []);
        var title = StageName.Of(stage.Id);
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = act.Me.May(Permission.Administer) ? Changing(act.Process, stage) : [] }, new Word("Process.text", title, lines)));
    }

    private static Word Needed(Stage stage) => stage.Needs.Count == 0 ? new("Process.needs_nothing") : new("Process.needs", stage.Needs.Select(Gaps.Wanted).ToList());

    private static List<Button> Changing(SalesProcess process, Stage stage)
    {
        Button For(string verb, string? way = null)
        {
            Slots data = new() { ["stage"] = stage.Id };
            if (way is not null)
            {
                data["way"] = way;
            }

            return new Button(way is null ? "Command." + verb : "Button." + way, verb, data);
        }

        List<Button> buttons = [For("rename_stage"), For("stage_probability"), For("stage_actions"), For("stage_standard"), For("stage_output"), For("stage_responsible")];
        if (stage.Id != SalesProcess.Won)
        {
            buttons.AddRange([For("stage_days"), For("stage_needs"), For("stage_review")]);
            buttons.AddRange(process.PlaceOf(stage.Id) > 0 ? [For("place_stage", "earlier")] : []);
            buttons.AddRange(process.From(stage.Id, 1) is { Id: not SalesProcess.Won } ? [For("place_stage", "later")] : []);
            buttons.Add(For("remove_stage"));
        }

        return buttons;
    }
}
