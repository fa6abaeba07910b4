using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>
/// Records as a table in no language yet. Cells are numbers, text, or anything else that is said to a reader; rows are read one by one, and
/// only when the file is written.
/// </summary>
/// <param name="Said">What was asked for, condition by condition; empty is everything that the asker may see.</param>
internal sealed record ExportTable(IReadOnlyList<Word> Titles, Func<CancellationToken, Task<int>> CountAsync, IAsyncEnumerable<IReadOnlyList<object?>> Rows, IReadOnlyList<object> Said)
{
    public static ExportTable Of<T>(IQueryable<T> records, IReadOnlyList<object> said, params (string Title, Func<T, object?> Cell)[] columns) =>
        new([.. columns.Select(c => new Word(c.Title))], records.CountAsync, ReadAsync(records, columns), said);

    private static async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync<T>(IQueryable<T> records, (string Title, Func<T, object?> Cell)[] columns, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return [.. columns.Select(c => c.Cell(record))];
        }
    }
}
