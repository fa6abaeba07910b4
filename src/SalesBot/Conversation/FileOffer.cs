using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>The file behind the link of a message, for a messenger that can put it where its reader keeps files; every other one shows the link.</summary>
/// <param name="Bytes">About so many.</param>
/// <param name="Key">Finds it for the person it was prepared for, and opens nothing by itself.</param>
/// <param name="About">What it holds, and until when it may be had.</param>
internal sealed record FileOffer(string Name, long Bytes, string Key, Word About);

/// <summary>The same in the reader's language.</summary>
internal sealed record OfferedFile(string Name, long Bytes, string Key, string About);

/// <summary>A file that now lies where its reader keeps files, by what the messenger calls it.</summary>
/// <param name="Type">The ending of its name, without the dot.</param>
internal sealed record SavedFile(string Name, string Address, string Id, string Type);
