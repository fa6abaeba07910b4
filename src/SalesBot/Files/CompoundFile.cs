using System.Buffers.Binary;
using System.Text;

namespace SalesBot.Files;

/// <summary>What a compound file holds ([MS-CFB]; .doc, .xls and .ppt are such): the names of its storages and streams, and the bytes of a stream.</summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int InHeader = 109;
    private const uint LastSector = 0xFFFFFFFA;
    private readonly ReadOnlyMemory<byte> content;
    private readonly int sector;
    private readonly uint[] fat;
    private readonly uint[] miniFat;
    private readonly int miniSector;
    private readonly long miniBelow;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="InvalidDataException">Its parts do not fit together.</exception>
    public CompoundFile(ReadOnlyMemory<byte> content)
    {
        this.content = content;
        if (content.Length < HeaderBytes || UInt16(30) is not (9 or 12) || UInt16(32) is not 6)
        {
            throw new InvalidDataException();
        }

        (sector, miniSector, miniBelow) = (1 << UInt16(30), 1 << UInt16(32), UInt32(56));
        fat = Numbers(FatSectors());
        miniFat = Numbers(Chain(fat, UInt32(60)));
        Entries = [.. Read(Chain(fat, UInt32(48)))];
    }

    public IReadOnlyList<CompoundEntry> Entries { get; }

    /// <summary>The bytes of a stream; null where there is none of that name.</summary>
    /// <exception cref="InvalidDataException">Its parts do not fit together.</exception>
    public byte[]? Stream(string name)
    {
        if (Entries.FirstOrDefault(e => e.Kind == CompoundEntry.Stream && e.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return null;
        }

        if (entry.Size >= miniBelow)
        {
            return Cut(Join(Chain(fat, entry.Start).Select(Sector)), entry.Size);
        }

        var root = Entries.FirstOrDefault(e => e.Kind == CompoundEntry.Root) ?? throw new InvalidDataException();
        var small = Join(Chain(fat, root.Start).Select(Sector));
        return Cut(Join(Chain(miniFat, entry.Start).Select(n => Part(small, (long)n * miniSector, miniSector))), entry.Size);
    }

    /// <summary>The first 109 stand in the header, the others in sectors of their own, each of which ends with the number of the next.</summary>
    private List<uint> FatSectors()
    {
        List<uint> all = [.. Enumerable.Range(0, InHeader).Select(i => UInt32(76 + (4 * i))).Where(n => n < LastSector)];
        var steps = 0;
        for (var next = UInt32(68); next < LastSector; steps++)
        {
            var more = Numbers([next]);
            if (more.Length < sector / 4 || steps > content.Length / sector || all.Count > content.Length / sector)
            {
                throw new InvalidDataException();
            }

            all.AddRange(more[..^1].Where(n => n < LastSector));
            next = more[^1];
        }

        return all.Count <= content.Length / sector ? all : throw new InvalidDataException();
    }

    /// <summary>The sectors that follow each other from one on; more than there can be do not end.</summary>
    private List<uint> Chain(uint[] table, uint start)
    {
        var chain = new List<uint>();
        for (var next = start; next < LastSector; next = table[next])
        {
            if (next >= table.Length || chain.Count > content.Length / (table == miniFat ? miniSector : sector))
            {
                throw new InvalidDataException();
            }

            chain.Add(next);
        }

        return chain;
    }

    private IEnumerable<CompoundEntry> Read(List<uint> sectors)
    {
        var directory = Join(sectors.Select(Sector));
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            var entry = directory.AsSpan(at, EntryBytes);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (entry[66] != 0 && length is >= 2 and <= 64)
            {
                yield return new CompoundEntry(Encoding.Unicode.GetString(entry[..(length - 2)]), entry[66], BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
            }
        }
    }

    private uint[] Numbers(IEnumerable<uint> sectors)
    {
        var bytes = Join(sectors.Select(Sector));
        return [.. Enumerable.Range(0, bytes.Length / 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * i)))];
    }

    private ReadOnlyMemory<byte> Sector(uint number) => Part(content, ((long)number + 1) * sector, sector);

    /// <summary>The last sector of a file may be short.</summary>
    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> bytes, long at, int length) =>
        at < bytes.Length ? bytes.Slice((int)at, (int)Math.Min(length, bytes.Length - at)) : throw new InvalidDataException();

    private static byte[] Join(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var all = new MemoryStream();
        foreach (var part in parts)
        {
            all.Write(part.Span);
        }

        return all.ToArray();
    }

    private static byte[] Cut(byte[] bytes, long length) => bytes.Length > length ? bytes[..(int)length] : bytes;

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(content.Span[at..]);

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(content.Span[at..]);
}

/// <summary>One line of the directory.</summary>
/// <param name="Start">Its first sector.</param>
/// <param name="Size">In bytes.</param>
internal sealed record CompoundEntry(string Name, byte Kind, uint Start, long Size)
{
    public const byte Storage = 1;
    public const byte Stream = 2;
    public const byte Root = 5;
}
