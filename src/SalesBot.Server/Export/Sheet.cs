namespace SalesBot.Server.Export;

/// <summary>A table to be written: headers, and rows of text, numbers and days.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<string> Headers, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
