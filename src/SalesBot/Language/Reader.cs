using SalesBot.Language.Names;
using SalesBot.Language.Reading;

namespace SalesBot.Language;

/// <summary>
/// A message → what it orders. Pure: the same text, moment, focus and names give the same frame. The steps, in order:
/// normalise → words, names, values → a question about the last reading, a correction or refusal of the last act, or an answer to the open question, if it is one →
/// one or several orders → each: intent by score, stance, subject, slots.
/// </summary>
internal sealed class Reader(EntityIndex index)
{
    /// <summary>No order is longer; what follows is not read.</summary>
    private const int Longest = 2000;

    /// <summary>The same of a message that came with files.</summary>
    public Frame ReadHandedIn(string text, string personKey, DateTime localNow, Focus focus, Func<NamedRecord, bool> maySee, Predicate<string>? may = null)
    {
        var message = Message.Of(text.Length > Longest ? text[..Longest] : text, localNow, index, (personKey, focus, maySee));
        return HandedIn.Of(new Clause(message, 0, message.Text.Length), Read(text, personKey, localNow, focus.Settled(), maySee, may));
    }

    /// <summary>The first order of the message, with any further ones in <see cref="Frame.Also"/>.</summary>
    /// <param name="localNow">Wall time of the speaker.</param>
    /// <param name="maySee">Names of records that the speaker may not see are never found, nor offered.</param>
    /// <param name="may">Whether the speaker's role has a command; null: any.</param>
    public Frame Read(string text, string personKey, DateTime localNow, Focus focus, Func<NamedRecord, bool> maySee, Predicate<string>? may = null)
    {
        var message = Message.Of(text.Length > Longest ? text[..Longest] : text, localNow, index, (personKey, focus, maySee)) with { May = may ?? (_ => true) };
        var whole = LeftAlone.Rest(GivenIn.Rest(new Clause(message, 0, message.Text.Length)));
        return BotWrong.Instead(whole, Meant(whole));
    }

    private static Frame Meant(Clause whole)
    {
        if (AsksWhy.Is(whole)) return new Frame("why");
        if ((AsksPool.Read(whole) ?? ContactGiven.Read(whole) ?? ContactReached.Read(whole) ?? LeadTurned.Read(whole)) is { } of) return of;
        if ((BroughtBack.Read(whole) ?? NotThatRecord.Read(whole) ?? PaymentPutRight.Read(whole)) is { } put) return put;
        if (Dropped.Is(whole)) return new Frame("cancel");
        if ((Unticked.Read(whole) ?? RatherTicked.Read(whole)) is { } ticks) return ticks;
        if (!SecondThoughts.Are(whole) && Withdrawn.Is(whole)) return new Frame("cancel") { Slots = new Slots { ["confirm"] = "false" } };
        if ((AsksOfTask.Read(whole) ?? NotDone.Read(whole) ?? Deleted.Read(whole) ?? LeaveAgain.Read(whole) ?? NewFace.Read(whole) ?? PersonTold.Read(whole) ?? FieldChange.Read(whole) ?? Further.Read(whole) ?? SpelledName.Read(whole)) is { } further) return further;
        if ((PhoneEnd.Read(whole) ?? TaskMoved.Again(whole) ?? SameAgain.Read(whole) ?? TickedByMistake.Read(whole) ?? MoreTime.Read(whole) ?? LeftOut.Read(whole) ?? Narrowed.Read(whole) ?? WhileAsked.Read(whole) ?? Mistaken.Read(whole) ?? CalledOff.Read(whole) ?? NamedUndo.Read(whole) ?? OpenAfterAll.Read(whole)) is { } after) return after;
        if ((AsksIfNoted.Read(whole) ?? Undone.Right(whole) ?? Misnamed.Read(whole) ?? WasThen.Read(whole) ?? Corrections.Read(whole)) is { } correction) return correction;
        if (SecondThoughts.Are(whole)) return new Frame("undo") { TakesBack = true, Vague = SecondThoughts.AreVague(whole), TakesAllBack = whole.Words("no_making").Count > 0 };
        if (NotWon.Read(whole) is { } notYet && whole.Ranked[0].Intent != "undo") return notYet;
        if (HalfYes.Is(whole)) return new Frame("unknown");
        if ((Sayings.Read(whole) ?? HalfDayOff.Read(whole)) is { } saying) return Undecided.Of(whole, saying);
        if (Answers.Read(whole) is { } answer) return answer with { Replies = true };
        if (Held.Released(whole) is { } released) return released;
        if ((SameLook.Read(whole) ?? SameLook.OfSomebody(whole) ?? NamedContract.Read(whole)) is { } look) return look;
        if (NewlyWaiting.Read(whole) is { } waiting) return waiting;
        if (Answers.IsLateYes(whole)) return new Frame("small_talk") { Slots = new Slots { ["confirm"] = "true" } };
        if (Corrections.DenyNothing(whole)) return new Frame("unknown");
        var frames = OrderSplit.Of(whole);
        if (frames[0].Intent != "undo" && NotWon.Read(whole) is { } unsigned) return unsigned;
        return frames.Count > 1 ? frames[0] with { Also = [.. frames.Skip(1)] } : Sayings.Cased(whole, frames[0]);
    }
}
