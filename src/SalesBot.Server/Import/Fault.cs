using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>Something wrong in a source file. Row counts as a spreadsheet does: the header is row 1; 0 is the file as a whole.</summary>
internal sealed record Fault(string File, int Row, string? Column, Word Text);

/// <summary>Collects faults; only the first ones are kept in full, all are counted.</summary>
internal sealed class Faults
{
    public const int Shown = 20;
    private readonly List<Fault> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<Fault> First => first;

    public void Add(string file, int row, string? column, string word, params object?[] args)
    {
        Count++;
        if (first.Count < Shown)
        {
            first.Add(new Fault(file, row, column, new Word(word, args)));
        }
    }
}
