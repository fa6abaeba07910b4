using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>What a deal still lacks, by the names of the process file, and the button that fills each gap (FU-04: a list, not a refusal).</summary>
internal static class Gaps
{
    private const int MostButtons = 3;

    /// <summary>What a gate wants to the letter, where a list of what is still to come says less.</summary>
    private static readonly string[] Spelled = ["contact", "first_call"];

    public static IReadOnlyList<Word> Said(IReadOnlyList<string> missing) => [.. missing.Select(gap => new Word("Gap." + Key(gap)))];

    /// <summary>As a gate wants it.</summary>
    public static Word Wanted(string want) => new("Gap." + Key(want) + (Spelled.Contains(want, StringComparer.Ordinal) ? ".wanted" : ""));

    public static Button[] Buttons(Act act, Deal deal, IReadOnlyList<string> missing, InReview? waiting = null) => [.. All(act, deal, missing, waiting).Take(MostButtons)];

    /// <summary>A button for each gap that this person may fill; what is one act fills one gap after the other.</summary>
    /// <param name="waiting">What of it is submitted already.</param>
    public static IEnumerable<Button> All(Act act, Deal deal, IReadOnlyList<string> missing, InReview? waiting = null) => missing.Select(gap => waiting?.Button(act, gap) ?? Button(act, deal, gap, missing)).OfType<Button>();

    private static string Key(string gap) => gap.Replace(':', '.');

    private static Button? Button(Act act, Deal deal, string gap, IReadOnlyList<string> missing)
    {
        Slots about = new() { ["deal"] = deal.Key };
        return gap switch
        {
            "amount" => new Button("Button.update_amount", "update_amount", about),
            "close_date" => new Button("Button.update_close_date", "update_close_date", about),
            "next_step" => new Button("Button.set_next_step", "set_next_step", about),
            "meeting" => new Button("Button.book_meeting", "set_next_step", about),
            "first_call" => new Button("Button.log_followup", "log_followup", about),
            "budget" or "authority" => new Button($"Button.{gap}.Yes", "qualify_lead", new Slots(about) { [gap] = nameof(Confirmation.Yes) }),
            "contact" when deal.Customer is { } customer => new Button("Button.add_contact", "add_contact", new Slots { ["customer"] = customer.Key }),
            "contract" when act.Me.May(Permission.SubmitApproval) => new Button("Button.submit_contract", "submit_contract", about),
            "signed_contract" => Paper(deal, "Button.attach.signed_contract", "attach_document", "signed_contract"),
            _ when StageGate.KindOf(gap) is { } kind && StageGate.IsReview(gap) => missing.Contains("document:" + kind, StringComparer.Ordinal) ? null : Paper(deal, "Button.review." + kind, "request_review", kind),
            _ when StageGate.KindOf(gap) is { } kind => Paper(deal, "Button.attach." + kind, "attach_document", kind),
            _ => null,
        };
    }

    private static Button Paper(Deal deal, string title, string verb, string kind) => new(title, verb, new Slots { ["deal"] = deal.Key, ["kind"] = kind });
}
