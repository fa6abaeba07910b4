using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>What one reader is told of the calls to quiet customers: who has each and by when, and who had it before.</summary>
internal sealed class SilentCalls(Scan scan, Person reader, IReadOnlyDictionary<long, Todo> open, IReadOnlyDictionary<long, Evaluation> handed)
{
    /// <summary>Of these customers.</summary>
    public static async Task<SilentCalls> LoadAsync(Scan scan, Person reader, IReadOnlyList<long> customers, CancellationToken cancellationToken)
    {
        var above = await scan.Db.Findings.AsNoTracking().Where(f => f.Rule == SilentCustomers.Rule && f.Step > 0 && f.State != FindingState.Cleared && customers.Contains(f.SubjectId)).OrderBy(f => f.Since).ToListAsync(cancellationToken);
        var handed = above.Select(f => (f.SubjectId, Facts: Evaluation.Read(f.Facts))).Where(f => f.Facts?.Handed is not null).GroupBy(f => f.SubjectId).ToDictionary(g => g.Key, g => g.Last().Facts!);
        return new SilentCalls(scan, reader, await WakeUpCalls.OpenAsync(scan, customers, cancellationToken), handed);
    }

    /// <summary>One of them is the reader's.</summary>
    public bool Mine => open.Values.Any(t => t.OwnerId == reader.Id);

    /// <summary>Of the reader's own, which its customer's line says.</summary>
    public IEnumerable<string> Keys => open.Values.Where(t => t.OwnerId == reader.Id).Select(t => t.Key);

    /// <summary>It was given to the reader, and somebody else has it now.</summary>
    public bool WentOn(long customer) => handed.TryGetValue(customer, out var facts) && facts.Handed!.From == reader.Id;

    /// <summary>For how long it is quiet, and who has the call; where it has just come on, who let it stand: who has it now is said once for all.</summary>
    public IEnumerable<Word> Says(Customer customer, bool came)
    {
        var days = LastContact.Days(customer, scan.Now, reader.TimeZone);
        yield return customer.OwnerId == reader.Id ? new Word("Nudge.silent.row_mine", days) : new Word("Nudge.silent.row", days, customer.Owner!);
        if (came && handed.GetValueOrDefault(customer.Id) is { By: { } by, Handed: { } on } && scan.Org.Find(on.From) is { } before)
        {
            yield return new Word("Nudge.silent.caller", before, by);
        }
        else if (open.GetValueOrDefault(customer.Id) is { DueOn: { } due } call && scan.Org.Find(call.OwnerId) is { } caller)
        {
            var late = due < Presence.Day(reader, scan.Now);
            yield return caller.Id == reader.Id ? new Word(late ? "Nudge.silent.by_late" : "Nudge.silent.by", due) : new Word(late ? "Nudge.silent.caller" : "Nudge.silent.calls", caller, due);
        }
    }

    /// <summary>Who else knows of what comes back.</summary>
    public IEnumerable<Word> Known(IReadOnlyDictionary<long, IReadOnlyList<Person>> again, Customer customer) =>
        NudgeRule.ToldToo(again, customer, customer.OwnerId, open.GetValueOrDefault(customer.Id)?.OwnerId, handed.GetValueOrDefault(customer.Id)?.Handed?.From);

    /// <summary>Whose turn it is now, by when: of what has come on to them.</summary>
    public IEnumerable<Word> Turn(IReadOnlyList<Customer> came)
    {
        var turns = came.Select(c => (Customer: c, To: open.GetValueOrDefault(c.Id) is { DueOn: { } due } call && handed.GetValueOrDefault(c.Id)?.Handed is not null ? (Person: scan.Org.Find(call.OwnerId), By: due) : Without(c))).Where(t => t.To.Person is not null).ToList();
        foreach (var same in turns.GroupBy(t => (t.To.By, Mine: t.To.Person!.Id == reader.Id, Owner: t.To.Person.Id == t.Customer.OwnerId)).OrderByDescending(g => g.Key.Mine).ThenByDescending(g => g.Key.Owner).ThenBy(g => g.Key.By))
        {
            var (who, whose) = (Names(same.Select(t => t.To.Person!)), Names(same.Select(t => scan.Org.Find(t.Customer.OwnerId)).OfType<Person>()));
            yield return same.Key switch
            {
                { Mine: true, Owner: true } => new Word("Nudge.silent.yours", same.Key.By),
                { Mine: true } => new Word("Nudge.silent.yours_instead", whose, same.Key.By),
                { Owner: true } => new Word("Nudge.silent.theirs", who, same.Key.By),
                _ => new Word("Nudge.silent.theirs_instead", who, same.Key.By, whose),
            };
        }
    }

    /// <summary>Whoever has the call says how it went, the owner logs what there was; whoever else is told looks at it.</summary>
    public NudgeRow Row(Customer customer, IEnumerable<Word> says)
    {
        var slots = new Slots { ["customer"] = customer.Key };
        var mine = customer.OwnerId == reader.Id || open.GetValueOrDefault(customer.Id)?.OwnerId == reader.Id;
        return new NudgeRow(
            customer.Name,
            says.Aggregate((all, next) => new Word("Format.Dot", all, next)),
            customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
            reader.May(Permission.Serve) ? new Button("Button.wake_up", "wake_up", slots) : mine ? new Button("Button.log_followup", "log_followup", slots) : new Button("Button.open", "show_customer", slots));
    }

    /// <summary>Where the rule makes no to-do, the owner is asked all the same.</summary>
    private (Person? Person, DateOnly By) Without(Customer customer) =>
        open.ContainsKey(customer.Id) || !scan.Book[SilentCustomers.Rule].Ladder.Skip(1).SelectMany(s => s.To).Contains(Recipients.Owner, StringComparer.Ordinal) ? default
            : (scan.Org.Find(customer.OwnerId), WorkCalendar.China.AddWorkdays(Presence.Day(reader, scan.Now), WakeUpCalls.TimeToCall));

    private object Names(IEnumerable<Person> people) => people.DistinctBy(p => p.Id).ToList<object>() is var all && all.Count <= NudgeRule.Few ? NudgeRule.And(all) : NudgeRule.Many([Recipients.Owner], scan.Org);
}
