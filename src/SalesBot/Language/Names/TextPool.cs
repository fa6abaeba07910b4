namespace SalesBot.Language.Names;

/// <summary>Short texts end to end in large arrays of characters, found again by a number: a string each would cost as much again for its header.</summary>
internal sealed class TextPool
{
    private const int ChunkBits = 16;
    private const int Chunk = 1 << ChunkBits;

    private readonly List<char[]> _grown = [];
    private char[][] _chunks = [];
    private int _used = Chunk;

    /// <summary>The place of a copy of the text, which is cut at 65,535 characters. One writer at a time.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Chunk - 1)];
        if (_used + text.Length + 1 > Chunk)
        {
            _grown.Add(new char[Chunk]);
            Volatile.Write(ref _chunks, [.. _grown]);
            _used = 0;
        }

        var at = ((_grown.Count - 1) << ChunkBits) | _used;
        _grown[^1][_used] = (char)text.Length;
        text.CopyTo(_grown[^1].AsSpan(_used + 1));
        _used += text.Length + 1;
        return at;
    }

    public ReadOnlySpan<char> this[int at]
    {
        get
        {
            var chunk = Volatile.Read(ref _chunks)[at >> ChunkBits];
            var start = at & (Chunk - 1);
            return chunk.AsSpan(start + 1, chunk[start]);
        }
    }
}
