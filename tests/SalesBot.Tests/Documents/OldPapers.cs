using System.Buffers.Binary;
using System.Text;
using SalesBot.Conversation;

namespace SalesBot.Tests.Documents;

/// <summary>Compound files as old Office writes them ([MS-CFB], version 3): small streams together in the mini stream, large ones in sectors of their own.</summary>
internal static class OldPapers
{
    private const int Sector = 512;
    private const int Mini = 64;
    private const uint End = 0xFFFFFFFE, Free = 0xFFFFFFFF, Fat = 0xFFFFFFFD;

    /// <summary>A file with these streams; a name that ends with / is a storage.</summary>
    public static ReceivedFile Of(string name, params (string Name, byte[] Content)[] parts)
    {
        var (fat, sectors) = (new List<uint> { Fat }, new List<byte[]> { new byte[Sector] });
        var (miniFat, mini) = (new List<uint>(), new List<byte>());
        var entries = new List<byte[]>();
        foreach (var (part, content) in parts)
        {
            var start = part.EndsWith('/') ? 0 : content.Length < 4096 ? PutMini(content) : Put(content);
            entries.Add(Entry(part.TrimEnd('/'), (byte)(part.EndsWith('/') ? 1 : 2), start, content.Length));
        }

        entries.Insert(0, Entry("Root Entry", 5, mini.Count == 0 ? End : Put([.. mini]), mini.Count));
        var directory = Put([.. entries.SelectMany(e => e)]);
        var miniTable = miniFat.Count == 0 ? End : Put(Bytes(miniFat));
        Bytes([.. fat.Concat(Enumerable.Repeat(Free, (Sector / 4) - fat.Count))]).CopyTo(sectors[0], 0);
        return new ReceivedFile(name, "application/octet-stream", (byte[])[.. Header(directory, miniTable), .. sectors.SelectMany(s => s)]);

        uint Put(byte[] content)
        {
            var first = (uint)sectors.Count;
            foreach (var chunk in content.Chunk(Sector))
            {
                sectors.Add([.. chunk, .. new byte[Sector - chunk.Length]]);
                fat.Add((uint)sectors.Count);
            }

            fat[^1] = End;
            return first;
        }

        uint PutMini(byte[] content)
        {
            var first = (uint)miniFat.Count;
            foreach (var chunk in content.Chunk(Mini))
            {
                mini.AddRange([.. chunk, .. new byte[Mini - chunk.Length]]);
                miniFat.Add((uint)miniFat.Count + 1);
            }

            miniFat[^1] = End;
            return first;
        }
    }

    /// <summary>A sheet's stream with the kind of its only sheet: 0 a worksheet, 1 a macro sheet.</summary>
    public static byte[] Book(byte kind, int padding = 0) => [0x09, 0x08, 0x04, 0, 0, 6, 5, 0, 0x85, 0, 0x09, 0, 1, 2, 3, 4, 0, kind, 1, 0, (byte)'A', 0x0A, 0, 0, 0, .. new byte[padding]];

    private static byte[] Header(uint directory, uint miniTable)
    {
        var header = new byte[Sector];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        (header[26], header[30], header[32]) = (3, 9, 6);
        foreach (var (at, value) in new[] { (44, 1u), (48, directory), (56, 4096u), (60, miniTable), (64, 1u), (68, End), (76, 0u) })
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);
        }

        header.AsSpan(80).Fill(0xFF);
        return header;
    }

    private static byte[] Entry(string name, byte kind, uint start, int size)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[64] = (byte)((2 * name.Length) + 2);
        entry[66] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(116), start);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(120), size);
        return entry;
    }

    private static byte[] Bytes(IReadOnlyList<uint> numbers)
    {
        var bytes = new byte[4 * numbers.Count];
        for (var i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), numbers[i]);
        }

        return bytes;
    }
}
