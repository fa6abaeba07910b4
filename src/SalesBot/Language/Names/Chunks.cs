namespace SalesBot.Language.Names;

/// <summary>A list of values that grows without moving what is there, and without room for as many again. One writer at a time; readers take no lock.</summary>
internal sealed class Chunks<T> where T : struct
{
    private const int Bits = 12;
    private const int Size = 1 << Bits;

    private T[][] _chunks = [];

    public int Count { get; private set; }

    public ref T this[int at] => ref Volatile.Read(ref _chunks)[at >> Bits][at & (Size - 1)];

    public int Add(T value)
    {
        if (Count == _chunks.Length << Bits) Volatile.Write(ref _chunks, [.. _chunks, new T[Size]]);
        this[Count] = value;
        return Count++;
    }
}
