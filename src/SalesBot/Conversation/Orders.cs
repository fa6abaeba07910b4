using SalesBot.Files;
using SalesBot.Language;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.People;
using SalesBot.Sharing;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Turns what was said or pressed into orders, in the one shape that commands take.</summary>
internal sealed class Orders(Reader reader, CommandTable commands, FileStore files, PublicAddress site)
{
    /// <summary>Slots whose value names a record; in a button's data they hold its key.</summary>
    private static readonly string[] RefSlots =
        ["customer", "deal", "person", "owner", "from_person", "team", "lead", "contract", "quote", "approval_id", "task", "product", "contact", "except"];

    /// <summary>Slots of a question of which one takes the place of the others.</summary>
    private static readonly string[][] Alike =
    [
        ["deal", "customer", "lead", "contract", "approval_id"], ["person", "owner", "team", "scope"], ["period", "close_after", "close_before", "date", "days"], ["field"],
    ];

    /// <summary>Slots that make it another order where they are said otherwise.</summary>
    private static readonly string[] Whose = ["customer", "deal", "person"], Told = ["content", "next_step", "deal_name"];

    /// <summary>A mere "never mind" this long after an act hardly means it.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);

    private static readonly string[] Spreadable = ["approval_id", "customer", "task"];

    public IReadOnlyList<Frame> Read(Turn turn, Person? sender, OrgChart org, Focus focus) => turn switch
    {
        { Kind: TurnKind.Joined } => [new Frame("welcome")],
        { Press: { } press } => [FromData(press.Verb, press.Data)],
        _ => FromText(turn, sender, org, focus),
    };

    /// <summary>A button's or form's data as a frame; empty fields of a form count as not given.</summary>
    public static Frame FromData(string intent, Slots data)
    {
        var given = data.Where(d => !string.IsNullOrWhiteSpace(d.Value)).Select(d => KeyValuePair.Create(d.Key, WellFormed.Of(d.Value))).ToList();
        var slots = new Slots(given);
        foreach (var name in RefSlots)
        {
            if (slots.Remove(name + "_text", out var text))
            {
                slots.TryAdd(name, text);
            }
        }

        return new Frame(intent)
        {
            Slots = slots,
            Refs = given.Where(d => RefSlots.Contains(d.Key, StringComparer.Ordinal)).ToDictionary(d => d.Key, IReadOnlyList<string> (d) => [d.Value], StringComparer.Ordinal),
        };
    }

    /// <summary>The inverse of <see cref="FromData"/>: what a question has to remember, or a button to carry.</summary>
    public static Slots ToData(Frame frame)
    {
        var data = new Slots(frame.Slots);
        foreach (var name in RefSlots)
        {
            data.Remove(name + "_text");
            if (frame.Ref(name) is { } key)
            {
                data[name] = key;
            }
            else if (data.Remove(name, out var text))
            {
                data[name + "_text"] = text;
            }
        }

        return data;
    }

    private IReadOnlyList<Frame> FromText(Turn turn, Person? sender, OrgChart org, Focus focus)
    {
        if (sender is null)
        {
            return [new Frame("unknown")];
        }

        if (turn.Files.Count == 0 && RecordLink.Read(turn.Text, site.Root) is { } opened)
        {
            return [opened];
        }

        var viewer = org.Viewer(sender);
        // Everybody knows who works here; what somebody has is another matter.
        bool MaySee(NamedRecord record) => record.Kind == NamedKind.Person || viewer.Sees(org.Find(record.Owner)?.Id);
        bool May(string id) => commands.Find(id) is not { } command || sender.May(command.Spec.Needs);
        if (turn.Files.Count > 0)
        {
            return WithFiles(turn, string.IsNullOrWhiteSpace(turn.Text) ? null : reader.ReadHandedIn(turn.Text, sender.Key, Zones.Local(turn.Now, sender.TimeZone), focus, MaySee, May), focus);
        }

        var frame = Allowed(reader.Read(turn.Text ?? "", sender.Key, Zones.Local(turn.Now, sender.TimeZone), focus, MaySee, May), sender);
        return frame switch
        {
            { Case: { } special } => [special],
            { Intent: "undo" } when frame.Slots.ContainsKey("entry") => [frame, .. frame.Also],
            { TakesAllBack: true } when focus is { LastIntent: not null, Undone: false, AddedTo: { } first } => [Correction.Back(focus, null), new Frame("undo") { Slots = new Slots { ["entry"] = first } }],
            { Corrects: true } when commands.Find(focus.LastIntent!) is { } last => Correction.Of(frame, focus, last.Spec),
            { TakesBack: true, Vague: true } when focus is { Pending: null, Just: null } && focus.Understood.Any(read => read.At < turn.Now - Breath) => [new Frame("cancel")],
            { TakesBack: true } or { Intent: "undo" } when focus.Just is not null && frame is { Refs.Count: 0, Named: null } && !frame.Slots.ContainsKey("act") => [new Frame("undo")],
            { TakesBack: true } or { Intent: "undo" } when focus is { LastIntent: { } last, Undone: false } && IsOfLast(frame, focus) => [Correction.Back(focus, commands.Find(last)?.Spec) with { Confidence = frame.TakesBack ? frame.Confidence : 1 }, .. Further(frame, focus)],
            { TakesBack: true } => [Correction.Back(focus, null)],
            { SameLook: true } => [Replace(frame, focus.LookSlots)],
            _ => [.. Spread(Complete(frame, focus)), .. frame.Also.SelectMany(Spread)],
        };
    }

    /// <summary>
    /// “把付款改成442 再交一次”, "yes do it": read as an act that the speaker's role does not have, and nothing in the words names what it would be done to. That is
    /// a guess, and no attempt (a saying is none): what else it may mean is taken, to be confirmed, or nothing.
    /// </summary>
    private Frame Allowed(Frame frame, Person sender)
    {
        if (!PhraseBook.Standard.Intents.Contains(frame.Intent, StringComparer.Ordinal)) return frame;
        bool May(Frame order) => commands.Find(order.Intent) is not { } command || sender.May(command.Spec.Needs);
        if (May(frame) || frame.Refs.Count > 0 || frame.Slots.ContainsKey("customer") || frame.Slots.ContainsKey("person")) return frame;
        return frame.Instead is { } other && May(other) ? other with { Confidence = 0 } : new Frame("unknown") { Spoken = frame.Spoken };
    }

    /// <summary>
    /// Files answer the question that waits for some, else they are to be attached. Where none of them may be kept, that is said instead of every order
    /// that would take them; what else was ordered is carried out.
    /// </summary>
    private IReadOnlyList<Frame> WithFiles(Turn turn, Frame? said, Focus focus)
    {
        var pending = focus.Pending is { } open && Takes(open) ? open : null;
        var frame = said ?? new Frame(pending ?? "attach_document");
        // Files with words of their own are no further ones for a question about others.
        var answered = said is not null && focus.Filled?.ContainsKey("files") == true ? focus.Settled() : focus;
        IReadOnlyList<Frame> orders = [Complete(frame, answered), .. frame.Also.Select(also => Complete(also, answered))];
        return turn.Files.Any(file => FileCheck.Of(file, files.Limits).File is not null) ? orders : [.. orders.Select(order => Takes(order.Intent) ? RefuseFile.Instead(order) : order)];
    }

    private bool Takes(string intent) => commands.Find(intent) is { Spec.TakesFiles: true };

    /// <summary>What is to be taken back is the last act: nothing names another one.</summary>
    private static bool IsOfLast(Frame undo, Focus focus) =>
        undo.Named is null && undo.Slots.Flag("offer") is null && (focus.Fresh || !MeantAct.IsNamed(undo) || undo.Slots.Flag("newest") == true) && (undo.Slots.Text("act") is not { } act || act.Split(',').Contains(focus.LastIntent, StringComparer.Ordinal)) && undo.Refs.All(named => focus.LastSlots?.Text(named.Key) is not { } last ? (named.Key == "customer" ? focus.Customer : focus.Deal) == named.Value[0] : named.Value.Contains(last, StringComparer.Ordinal));

    /// <summary>“两个都撤了”: the acts before the last one, too. What one message ticked is taken back together.</summary>
    private static IEnumerable<Frame> Further(Frame undo, Focus focus)
    {
        if (undo.Slots.Number("count") is null && undo.Refs.Count == 0 && focus is { LastIntent: "complete_task", Fresh: true } && focus.Understood.Reverse().TakeWhile(read => read is { Intent: "complete_task", Pressed: false }).Count() is > 1 and var ticks)
        {
            return focus.LastBeside.TakeLast(ticks - 1).Where(deed => deed.Entry is not null).Reverse().Select(deed => new Frame("undo") { Slots = new Slots { ["entry"] = deed.Entry! } });
        }

        return Enumerable.Repeat(new Frame("undo"), Math.Max(0, (int)(undo.Slots.Number("count") ?? 1) - 1));
    }

    /// <summary>“桂冠和闽江都给小汪” changes two records: two orders.</summary>
    private static IEnumerable<Frame> Spread(Frame frame)
    {
        var several = frame.Clarify.Count > 0 || PhraseBook.Standard.Reads.Contains(frame.Intent) ? default : frame.Refs.FirstOrDefault(r => Spreadable.Contains(r.Key, StringComparer.Ordinal) && r.Value.Count > 1);
        return several.Key is null ? [frame] : several.Value.Select(key => frame with
        {
            Refs = frame.Refs.Where(r => r.Key != several.Key).Append(KeyValuePair.Create<string, IReadOnlyList<string>>(several.Key, [key])).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal),
            Slots = new Slots(frame.Slots.Where(s => s.Key != several.Key)),
        });
    }

    /// <summary>An answer to an open question is joined with what was known before it; the new words win.</summary>
    private static Frame Complete(Frame answer, Focus focus) => answer.Intent == focus.Pending && !((focus.Asked == "confirm" || (focus.Asked is "customer" or "deal" && !answer.Replies)) && IsElsewhere(answer, focus.Filled)) && !IsAnew(answer, focus) && (answer.Replies || !PhraseBook.Standard.Reads.Contains(answer.Intent)) ? OneTime.Answered(Join(answer, focus.Filled), focus) with { Answers = true } : answer;

    /// <summary>The same act for somebody else, or in other words, is an order of its own, which takes nothing from the one that waits for a yes.</summary>
    private static bool IsElsewhere(Frame answer, Slots? filled) =>
        answer.Slots.Flag("confirm") is null && (Whose.Any(slot => answer.Ref(slot) is { } said && filled?.Text(slot) is { } known && said != known) || Told.Any(slot => answer.Slots.Text(slot) is { } said && filled?.Text(slot) is { } known && said != known));

    /// <summary>“报价50万以上也要财务批” while it is asked why contracts need the director: another change, which takes nothing from that one.</summary>
    private static bool IsAnew(Frame answer, Focus focus) =>
        answer.Told is { } slot && slot != focus.Asked && answer.Slots.Text(slot) is { } said && focus.Filled?.Text(slot) is { } known && said != known;

    /// <summary>The same look at something else: of what tells which, only what was said now counts.</summary>
    private static Frame Replace(Frame said, Slots? before) =>
        Join(said, before is null ? null : new Slots(before.Where(slot => slot.Key != "page" && !Alike.Any(group => Holds(group, slot.Key) && said.Slots.Keys.Concat(said.Refs.Keys).Any(given => Holds(group, given))))));

    private static bool Holds(string[] group, string slot) => group.Contains(slot.EndsWith("_text", StringComparison.Ordinal) ? slot[..^"_text".Length] : slot, StringComparer.Ordinal);

    /// <summary>Both together; what was said now wins.</summary>
    public static Frame Join(Frame answer, Slots? filled)
    {
        if (filled is null)
        {
            return answer;
        }

        // A name that was said anew is not the record that was known before, nor has it that one's deal.
        var before = FromData(answer.Intent, filled);
        var elsewhere = answer.Slots.ContainsKey("customer") && (answer.Ref("customer") is not { } said || (before.Ref("customer") is { } known && known != said));
        // What was left over of an order that was begun before is no name in one that is said anew.
        var anew = !answer.Replies && answer.Slots.ContainsKey("customer");
        bool IsKept(string slot) => !answer.Slots.ContainsKey(slot) && !answer.Refs.ContainsKey(slot) && !(elsewhere && slot is "deal") && !((elsewhere || anew) && slot is "deal_name");
        return answer with
        {
            Slots = new Slots(before.Slots.Where(s => IsKept(s.Key)).Concat(answer.Slots)),
            Refs = before.Refs.Where(r => IsKept(r.Key)).Concat(answer.Refs).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal),
        };
    }
}
