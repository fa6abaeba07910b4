namespace SalesBot.Server.Import;

/// <summary>A file as rows of text cells, before anybody knows what they mean.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Rows">With their row number as a spreadsheet shows it (the header is 1); each has as many cells as there are headers.</param>
internal sealed record SourceTable(string File, IReadOnlyList<string> Headers, IReadOnlyList<SourceRow> Rows);

internal sealed record SourceRow(int Number, string[] Cells);
