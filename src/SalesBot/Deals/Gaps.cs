using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>What a deal still lacks, by the names of the process file, and the button that fills each gap (FU-04: a list, not a refusal).</summary>
internal static class Gaps
{
    private const int MostButtons = 3;

    public static IReadOnlyList<Word> Said(IReadOnlyList<string> missing) => [.. missing.Select(gap => new Word("Gap." + gap))];

    public static Button[] Buttons(Act act, Deal deal, IReadOnlyList<string> missing) =>
        [.. missing.Select(gap => Button(act, deal, gap)).OfType<Button>().Take(MostButtons)];

    private static Button? Button(Act act, Deal deal, string gap)
    {
        Slots about = new() { ["deal"] = deal.Key };
        return gap switch
        {
            "amount" => new Button("Button.update_amount", "update_amount", about),
            "close_date" => new Button("Button.update_close_date", "update_close_date", about),
            "next_step" => new Button("Button.set_next_step", "set_next_step", about),
            "first_call" => new Button("Button.log_followup", "log_followup", about),
            "contact" when deal.Customer is { } customer => new Button("Button.add_contact", "add_contact", new Slots { ["customer"] = customer.Key }),
            "contract" when act.Me.May(Permission.SubmitApproval) => new Button("Button.submit_contract", "submit_contract", about),
            _ => null,
        };
    }
}
