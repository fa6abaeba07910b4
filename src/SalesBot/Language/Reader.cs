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

    /// <summary>
    /// What a message may be as a whole, in the order in which it is tried: the first reading that fits is the one. A step stands before those whose words it also has: a reminder of what was
    /// passed on before what it asks for, a correction before an answer, an answer before a new order.
    /// </summary>
    private static readonly Func<Clause, Frame?>[] Steps =
    [
        whole => AsksWhy.Is(whole) ? new Frame("why") : null,
        PassedOn.Read, AsksPool.Read, ContactGiven.Read, ContactReached.Read, LeadTurned.Read,
        BroughtBack.Read, NotThatRecord.Read, PaymentPutRight.Read,
        whole => Dropped.Is(whole) ? new Frame("cancel") : null,
        Unticked.Read, RatherTicked.Read,
        whole => !SecondThoughts.Are(whole) && Withdrawn.Is(whole) ? new Frame("cancel") { Slots = new Slots { ["confirm"] = "false" } } : null,
        AsksOfTask.Read, AsksOfTask.ByWords, Booked.Read, NotDone.Read, Deleted.Read, LeaveAgain.Read, NewFace.Read, PersonTold.Read, FieldChange.Read, Further.Read, SpelledName.Read,
        PhoneEnd.Read, TaskMoved.Again, SameAgain.Read, TickedByMistake.Read, MoreTime.Read, LeftOut.Read, Narrowed.Read, WhileAsked.Read, Mistaken.Read, CalledOff.Read, NamedUndo.Read, OpenAfterAll.Read,
        AsksIfNoted.Read, Undone.Right, Misnamed.Read, WasThen.Read, Corrections.Read,
        whole => SecondThoughts.Are(whole) ? new Frame("undo") { TakesBack = true, Vague = SecondThoughts.AreVague(whole), TakesAllBack = whole.Words("no_making").Count > 0 } : null,
        whole => NotWon.Read(whole) is { } notYet && whole.Ranked[0].Intent != "undo" ? notYet : null,
        whole => HalfYes.Is(whole) ? new Frame("unknown") : null,
        whole => (Sayings.Read(whole) ?? HalfDayOff.Read(whole)) is { } saying ? Undecided.Of(whole, saying) : null,
        whole => Answers.Read(whole) is { } answer ? answer with { Replies = true } : null,
        Held.Released, RestOfList.Read, SameLook.Read, SameLook.OfSomebody, NamedContract.Read, NewlyWaiting.Read,
        whole => Answers.IsLateYes(whole) ? new Frame("small_talk") { Slots = new Slots { ["confirm"] = "true" } } : null,
        whole => Corrections.DenyNothing(whole) ? new Frame("unknown") : null,
    ];

    /// <summary>The first order of the message, with any further ones in <see cref="Frame.Also"/>.</summary>
    /// <param name="localNow">Wall time of the speaker.</param>
    /// <param name="maySee">Names of records that the speaker may not see are never found, nor offered.</param>
    /// <param name="may">Whether the speaker's role has a command; null: any.</param>
    public Frame Read(string text, string personKey, DateTime localNow, Focus focus, Func<NamedRecord, bool> maySee, Predicate<string>? may = null)
    {
        var message = Message.Of(text.Length > Longest ? text[..Longest] : text, localNow, index, (personKey, focus, maySee)) with { May = may ?? (_ => true) };
        var whole = LeftAlone.Rest(GivenIn.Rest(new Clause(message, 0, message.Text.Length)));
        return BotWrong.Instead(whole, Steps.Select(step => step(whole)).FirstOrDefault(frame => frame is not null) ?? Orders(whole));
    }

    /// <summary>One order or several, each of its own words.</summary>
    private static Frame Orders(Clause whole)
    {
        var frames = OrderSplit.Of(whole);
        if (frames[0].Intent != "undo" && NotWon.Read(whole) is { } unsigned) return unsigned;
        return frames.Count > 1 ? frames[0] with { Also = [.. frames.Skip(1)] } : Sayings.Cased(whole, frames[0]);
    }
}
