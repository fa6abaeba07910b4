using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// What one area of the business has to say in every conversation: how its records are called and chosen, what an order means that names them, and
/// what follows when they change. Declared beside the records and found by scan, so that the conversation itself knows no sales word.
/// </summary>
internal abstract class Area
{
    /// <summary>One of each concrete area of this assembly, by name; an area has no constructor parameters.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        .. typeof(Area).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Area)))
            .OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (Area)Activator.CreateInstance(t)!),
    ];

    /// <summary>The area's own records among these keys, that the viewer may see, as they are offered to choose from.</summary>
    public virtual IQueryable<Choice>? Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) => null;

    /// <summary>What a record of this area is called; null for one of another.</summary>
    public virtual object? NameOf(Record record) => null;

    /// <summary>Opens the record; null where there is nothing to open.</summary>
    public virtual Button? Open(Record record) => null;

    /// <summary>Fills in what the words imply, before anybody asks which record is meant.</summary>
    public virtual Task<Act> CompleteAsync(CommandSpec spec, Act act, CancellationToken cancellationToken) => Task.FromResult(act);

    /// <summary>The record that a command requires: found, to be chosen from several, or named and not there (or not to be seen, which sounds the same).</summary>
    public virtual Task<(Act Act, Reply? Ask)> FindAsync(CommandSpec spec, Act act, CancellationToken cancellationToken) => Task.FromResult((act, (Reply?)null));

    /// <summary>The currency of an amount that was said without one; null where nothing of this area tells it.</summary>
    public virtual Task<string?> CurrencyAsync(Act act, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Looks at what an act has changed, whatever command did it, and adds to its reply what follows.</summary>
    public virtual Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken) => Task.FromResult(reply);

    /// <summary>The same when an act was taken back.</summary>
    public virtual Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken) => Task.FromResult(reply);

    /// <summary>What was told to somebody unasked since then, as the last of all, and wants a word back, as <see cref="Language.Focus.Unasked"/> has it; null where nothing of this area does.</summary>
    public virtual Task<string?> UnaskedAsync(SalesDb db, Person person, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>By which fields and values changes of the records that the order names are recognised in the trail; <c>Key</c> is the changed record's own.</summary>
    public virtual Task<IReadOnlyList<(string Field, string Value)>> TracesAsync(Act act, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<(string, string)>>([]);

    /// <summary>Takes the named act back in a way of its own, where a record of this area has one; null for any other.</summary>
    /// <param name="entry">The act that was found; null where none of the last day was.</param>
    public virtual Task<Reply?> TakeBackAsync(Act act, AuditEntry? entry, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    /// <summary>Why an act is not taken back, whoever asks: what it made is decided, booked or out of the house. Null where nothing of this area says so.</summary>
    /// <param name="changes">Those of the entry.</param>
    public virtual Task<Word?> StaysAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken) => Task.FromResult<Word?>(null);

    /// <summary>True for a change that goes along with another: the receipt has no lines of it.</summary>
    public virtual bool GoesAlong(SalesDb db, Change change) => false;

    /// <summary>True for a change that stays when its act is undone.</summary>
    public virtual bool Lasts(SalesDb db, Change change) => false;
}
