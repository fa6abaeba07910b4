using System.Collections.Frozen;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Slots whose value is what a word list says.</summary>
internal static class WordSlots
{
    private static readonly string[] OpenStages = ["lead", "contact", "qualify", "proposal", "negotiation"];

    private static readonly FrozenDictionary<(string Intent, string Said), string> Same = new Dictionary<(string, string), string>
    {
        [("list_approvals", "outstanding")] = "pending", [("list_approvals", "open")] = "pending",
        [("list_payments", "pending")] = "outstanding", [("list_payments", "open")] = "outstanding",
        [("list_tasks", "outstanding")] = "open", [("list_tasks", "pending")] = "open",
    }.ToFrozenDictionary();

    public static void Put(Draft draft, string list)
    {
        if (draft.Clause.Word(list) is not { } value) return;
        draft.Slots[list] = value;
        draft.Use(draft.Clause.Words(list)[0], list);
    }

    /// <summary>Which records of their kind: "outstanding" is a payment that is owed and an approval that waits; what was closed or lost, a deal that is; “除了赢的丢的” leaves those that are open.</summary>
    public static void Status(Draft draft)
    {
        Put(draft, "status");
        if (draft.Intent.Intent == "query_deals" && draft.Slots.Text("status") is null && Decided(draft.Clause) is { } decided) draft.Slots["status"] = decided;
        if (draft.Slots.Text("status") is "won" or "lost" && draft.Clause.Words("status") is [var status, ..] && IsLeftOut(draft.Clause, status)) draft.Slots["status"] = "open";
        if (draft.Intent.Intent == "list_payments") Payments(draft);
        if (draft.Slots.Text("status") is { } said && Same.TryGetValue((draft.Intent.Intent, said), out var meant)) draft.Slots["status"] = meant;
    }

    /// <summary>“这个月到账多少”, "what came in this week" asks for what was received; “谁欠款最多” for those who owe most first.</summary>
    private static void Payments(Draft draft)
    {
        if (draft.Slots.Text("status") is null && draft.Clause.Words("came_in").Count > 0) draft.Slots["status"] = "paid";
        if (draft.Slots.Text("status") != "paid" && draft.Clause.Words("owes_most").Count > 0) draft.Slots["sort"] = "amount_desc";
    }

    private static bool IsLeftOut(Clause clause, Mark status) =>
        clause.Words("except").Any(word => word.End <= status.Start && status.Start - word.End <= 3) || clause.Words("left_out").Any(word => word.Start >= status.End && word.Start - status.End <= 6);

    /// <summary>"What did we close", "deals lost in May": done, where the verb says so or a "did" before it.</summary>
    private static string? Decided(Clause clause)
    {
        var did = clause.Words("did");
        return clause.Words("decided").Where(word => word.Start == clause.From || clause.Message.Text[word.Start - 1] is not ('没' or '未' or '能' or '要' or '快')).Select(word => word.Value).FirstOrDefault() ?? clause.Words("decide").Where(word => did.Any(mark => mark.End < word.Start)).Select(word => word.Value).FirstOrDefault();
    }

    /// <summary>The stage to move to: the one after the verb of moving, else the last one said.</summary>
    public static void ToStage(Draft draft)
    {
        var stages = draft.Clause.Words("stage").Where(stage => !Named(draft, stage)).ToList();
        if (stages.Count == 0)
        {
            // “X往下走”, "move X on": the stage after this one, which nobody has to name.
            if (draft.Clause.Words("onward") is [var onward, ..])
            {
                draft.Slots["stage"] = "next";
                draft.Use(onward, "stage");
            }
            else if (draft.Clause.Span.TrimEnd(" .!?").EndsWith(" on", StringComparison.Ordinal))
            {
                draft.Slots["stage"] = "next";
            }

            return;
        }

        var verb = draft.Clause.Words("move_to").Where(word => stages.Exists(stage => stage.Start >= word.End)).Select(word => (Mark?)word).LastOrDefault();
        var target = verb is { } moved ? stages.First(stage => stage.Start >= moved.End) : stages[^1];
        draft.Slots["stage"] = target.Value!;
        draft.Use(target, "stage");
    }

    /// <summary>The stage asked for; “初步接触和方案阶段” are two, “除了谈判的” all others that are open.</summary>
    public static void Stage(Draft draft)
    {
        var stages = draft.Clause.Words("stage").Where(stage => stage.Value is not ("won" or "lost" or "next") && !Named(draft, stage)).ToList();
        if (stages.Count == 0) return;
        var count = stages.Skip(1).TakeWhile((stage, i) => AreJoined(draft.Clause, stages[i], stage)).Count() + 1;
        var said = stages.Take(count).Select(stage => stage.Value!).Distinct(StringComparer.Ordinal).ToList();
        draft.Slots["stage"] = string.Join('|', IsLeftOut(draft.Clause, stages[0]) || IsLeftOut(draft.Clause, stages[count - 1]) ? OpenStages.Except(said, StringComparer.Ordinal) : said);
    }

    /// <summary>"Negotiation + proposal", “接触、需求和方案”: nothing but joints between them.</summary>
    private static bool AreJoined(Clause clause, Mark first, Mark second) =>
        clause.Message.Text.Slice(first.End, second.Start).ContainsAny("+/,&\u3001") || clause.Words("and").Concat(clause.Words("either")).Any(word => word.Start >= first.End && word.End <= second.Start)
            ? Answers.Covers(clause, first.End, second.Start, [.. clause.Words("and"), .. clause.Words("either"), .. clause.Words("stage_rest")])
            : false;

    /// <summary>"Who hasn't logged anything": not what was done is asked for, but who did nothing.</summary>
    public static void Idle(Draft draft)
    {
        var subjects = draft.Clause.Words("idle_subject");
        if (draft.Clause.Words("idle_who").Count > 0 || draft.Clause.Words("idle_deed").Any(deed => subjects.Any(who => who.End <= deed.Start))) draft.Slots["missing"] = "activity";
        if (draft.Slots.ContainsKey("missing") && Since(draft) is { } first) draft.Slots["period"] = Periods.Of(first, draft.Message.Today);
    }

    /// <summary>"Nothing since Monday": from that day to now.</summary>
    private static DateOnly? Since(Draft draft)
    {
        var day = draft.Clause.ValuesOf(ValueKind.Date).FirstOrDefault();
        var isOpen = day is not null && (day.Bound == Spans.Bound.From || draft.Clause.Words("since").Any(word => word.End <= day.Start && day.Start - word.End <= 1));
        return isOpen ? DateSlots.Past(day!, draft.Message.Today) : null;
    }

    public static void Weighted(Draft draft)
    {
        if (draft.Clause.Has(Feature.Key("[weighted]"))) draft.Slots.Set("weighted", value: true);
    }

    /// <summary>Which habit of the bot, and what it becomes: a time, a language, on or off.</summary>
    public static void Setting(Draft draft)
    {
        if (QuietHours.OfOneDay(draft.Clause))
        {
            draft.Slots["setting"] = QuietHours.OneDay;
            return;
        }

        if (QuietHours.Of(draft.Clause) is { } quiet)
        {
            (draft.Slots["setting"], draft.Slots["value"]) = ("quiet_hours", quiet);
            return;
        }

        if (draft.Clause.Word("setting") is { } setting) draft.Slots["setting"] = setting;
        if (draft.Clause.Word("language") is { } language && draft.Slots.Text("setting") is "language" or null) (draft.Slots["setting"], draft.Slots["value"]) = ("language", language);
        else if (draft.Clause.ValuesOf(ValueKind.Time).LastOrDefault()?.Time is { } time) draft.Slots.Set("value", time);
        else if (draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() is { Days: { } days }) draft.Slots.Set("value", days);
        else if (draft.Clause.Word("switch") is { } onOff) draft.Slots["value"] = onOff;
        else if (draft.Clause.ValuesOf(ValueKind.Number, ValueKind.Money).LastOrDefault()?.Number is { } number) draft.Slots.Set("value", number);
    }

    private static bool Named(Draft draft, Mark stage) => draft.Used.Exists(used => used.Start <= stage.Start && stage.End <= used.End);
}
