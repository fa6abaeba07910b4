using System.Numerics;

namespace SalesBot.Language.Names;

/// <summary>
/// Which numbers stand under a hash of 64 bits, in two flat arrays; a dictionary of lists costs four times the memory. There is one writer at a
/// time; readers take no lock and see a number either before or after it was added. Keys are told apart by their hash alone: among ten million
/// keys a look-up takes one for another once in 10¹² times.
/// </summary>
internal sealed class Postings
{
    private const int Removed = int.MinValue;
    private Table _table = new(256);
    private int _count;

    /// <summary>The newest first.</summary>
    public Walk Of(ulong hash)
    {
        var table = Volatile.Read(ref _table);
        return new Walk(table.Entries, Volatile.Read(ref table.Heads[table.Bucket(hash)]), hash);
    }

    public void Add(ulong hash, int value)
    {
        if (_count == _table.Entries.Length) Grow();
        _table.Put(++_count, hash, value);
    }

    /// <summary>Takes one number away, or all of the hash.</summary>
    public void Remove(ulong hash, int? value = null)
    {
        ref var link = ref _table.Heads[_table.Bucket(hash)];
        while (link != 0)
        {
            ref var entry = ref _table.Entries[link - 1];
            if (entry.Hash == hash && (value is null || entry.Value == value))
            {
                // A reader that stands on the entry still finds its way on; the place is used again when the table grows.
                entry.Value = Removed;
                Volatile.Write(ref link, entry.Next);
            }
            else
            {
                link = ref entry.Next;
            }
        }
    }

    private void Grow()
    {
        var old = _table.Entries;
        var table = new Table(old.Length + (old.Length / 2));
        _count = 0;
        foreach (var entry in old)
        {
            if (entry.Value != Removed) table.Put(++_count, entry.Hash, entry.Value);
        }

        Volatile.Write(ref _table, table);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    internal struct Entry
    {
        public ulong Hash;
        public int Value;

        /// <summary>The next older entry of the bucket, counted from 1; 0 ends the chain.</summary>
        public int Next;
    }

    private sealed class Table(int capacity)
    {
        public readonly int[] Heads = new int[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        public readonly Entry[] Entries = new Entry[capacity];

        public int Bucket(ulong hash) => (int)(hash >> 7) & (Heads.Length - 1);

        public void Put(int number, ulong hash, int value)
        {
            ref var head = ref Heads[Bucket(hash)];
            Entries[number - 1] = new Entry { Hash = hash, Value = value, Next = head };
            Volatile.Write(ref head, number);
        }
    }

    /// <summary>The numbers of one hash.</summary>
    public ref struct Walk
    {
        private readonly ReadOnlySpan<Entry> _entries;
        private readonly ulong _hash;
        private int _next;

        internal Walk(ReadOnlySpan<Entry> entries, int first, ulong hash)
        {
            _entries = entries;
            _next = first;
            _hash = hash;
        }

        public int Current { get; private set; }

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next != 0)
            {
                ref readonly var entry = ref _entries[_next - 1];
                _next = entry.Next;
                if (entry.Hash != _hash || entry.Value == Removed) continue;
                Current = entry.Value;
                return true;
            }

            return false;
        }
    }
}
