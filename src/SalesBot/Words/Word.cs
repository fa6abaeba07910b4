namespace SalesBot.Words;

/// <summary>
/// A sentence to be said in the reader's language: a key of Words.resx and its arguments (words, money, dates, names, numbers).
/// An English key with a <c>.one</c> twin is used for the number 1 as first argument.
/// </summary>
internal sealed record Word(string Key, params object?[] Args)
{
    public static implicit operator Word(string key) => new(key);
}

/// <summary>An amount in full units of an ISO 4217 currency; null is "not known yet".</summary>
internal sealed record Money(decimal? Amount, string Currency);

/// <summary>An address of this service, said in full; the path is below its <see cref="PublicAddress"/>.</summary>
internal sealed record Link(string Path);

/// <summary>A day and, where one was said, a time of it, in the zone of the person it belongs to.</summary>
internal sealed record When(DateOnly? Day, TimeOnly? Time = null);
