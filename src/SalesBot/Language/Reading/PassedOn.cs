using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “微信转发：【周国平】会议改到周四吧”, "email from Dana: …", "“Hi Kevin, can we move the demo?”": what somebody else wrote, handed on as it came. Nothing in it is an order; whether it is to be kept
/// with the customer is asked.
/// </summary>
internal static class PassedOn
{
    private const char Quote = '"';

    /// <summary>Letters and digits outside the quotation that are no order yet: a name, "from Dana".</summary>
    private const int Beside = 12;

    /// <summary>Characters within which a signed letter says who writes to whom.</summary>
    private const int Greeting = 24;

    /// <summary>The note to be kept, unsure; null where the speaker says something of their own, or asks.</summary>
    public static Frame? Read(Clause whole)
    {
        if ((whole.Focus is { Pending: not null, Optional: false, Asked: "content" or "reason" }) || !IsOfOthers(whole) || IsOrdered(whole)) return null;
        var subject = SubjectFinder.Find(whole);
        var draft = new Draft(whole, new ScoredIntent("log_followup", 0, []), subject);
        SubjectSlots.Fill(draft, PhraseBook.Standard.Needs["log_followup"]);
        draft.Slots["content"] = whole.Message.AsTyped(whole.From, whole.To).Trim();
        return draft.ToFrame(0);
    }

    private static bool IsOfOthers(Clause whole)
    {
        var text = whole.Message.Text.Text.AsSpan(whole.From, whole.To - whole.From).Trim();
        if (IsHandedOn(whole) || IsChat(text)) return true;
        if (text.Length == 0 || text.Count(Quote) < 2 || text.Count(Quote) % 2 > 0) return false;
        var (open, close) = (text.IndexOf(Quote), text.LastIndexOf(Quote));
        // A title or a single word in quotation marks is what the speaker calls something.
        return open == 0 && Letters(text[(close + 1)..]) <= Beside && HasSentence(text[1..close]);
    }

    /// <summary>It opens with a word of handing on, and a colon or a quotation follows before anything else is said.</summary>
    private static bool IsHandedOn(Clause whole)
    {
        var lead = whole.Words("passed_on").FirstOrDefault(word => whole.Marks.IsStart(word.Start));
        if (lead.End == 0) return false;
        var rest = whole.Message.Text.Text.AsSpan(lead.End, whole.To - lead.End);
        var mark = rest.IndexOfAny(":\"[\u3010");
        return mark >= 0 && Letters(rest[..mark]) <= Greeting;
    }

    /// <summary>“【周国平】…”, as messengers copy a message.</summary>
    private static bool IsChat(ReadOnlySpan<char> text) => text.Length > 2 && text[0] is '\u3010' or '[' && text.IndexOfAny('\u3011', ']') is > 0 and < Greeting;

    private static bool HasSentence(ReadOnlySpan<char> said) => said.ContainsAny(",.?!\u3002\uFF0C\uFF1F") && Letters(said) > Greeting / 2;

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text) letters += char.IsLetterOrDigit(c) ? 1 : 0;
        return letters;
    }

    /// <summary>The speaker says what is to be done with it, or asks about it: “…帮我记一下”, "pls keep on file", "- is he serious??".</summary>
    private static bool IsOrdered(Clause whole)
    {
        var text = whole.Message.Text.Text;
        var close = text.LastIndexOf(Quote);
        bool Own(Mark word) => close < 0 || word.Start > close;
        return whole.Words("log_order").Concat(whole.Words("note_order")).Concat(whole.Words("note_it")).Concat(whole.Words("keep_word")).Any(Own) || (close > 0 && close + 1 < whole.To && text.AsSpan(close).Contains('?'));
    }
}
