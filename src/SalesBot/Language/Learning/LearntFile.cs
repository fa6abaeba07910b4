using System.Runtime.InteropServices;

namespace SalesBot.Language.Learning;

/// <summary>
/// The learnt model as a file beside the program, written by the build. It is of one compilation only: examples, rules and the code that reads them
/// are all in the assembly, and the compiler gives the assembly the same id just when all of it is the same.
/// </summary>
/// <remarks>
/// Little-endian: the id (16 bytes); the lessons' fingerprint (32 bytes); the number of intents and their names, each with its length before it; the number of features, then the
/// features (8 bytes each), then their rows of weights (2 bytes each).
/// </remarks>
internal static class LearntFile
{
    private static readonly Guid Compilation = typeof(LearntFile).Module.ModuleVersionId;

    /// <summary>The model that the build laid beside the program; null when there is none, one of another compilation, or one cut short by a copy.</summary>
    public static IntentModel? BesideProgram()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "SalesBot.Server.learnt");
        if (!File.Exists(path)) return null;
        using var file = File.OpenRead(path);
        try
        {
            return Read(file);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>What an earlier compilation learnt from the very same lessons; null when these are others, or there is none.</summary>
    public static IntentModel? OfSameLessons(string path, byte[] fingerprint)
    {
        if (!File.Exists(path)) return null;
        using var file = new BinaryReader(File.OpenRead(path));
        file.ReadBytes(16);
        try
        {
            return file.ReadBytes(fingerprint.Length).AsSpan().SequenceEqual(fingerprint) ? Model(file) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Writes the file as of this compilation.</summary>
    /// <param name="fingerprint">Of the lessons, see <see cref="Lessons.Fingerprint"/>.</param>
    public static void Write(IntentModel model, byte[] fingerprint, Stream to)
    {
        using var file = new BinaryWriter(to);
        file.Write(Compilation.ToByteArray());
        file.Write(fingerprint);
        file.Write(model.Intents.Count);
        foreach (var intent in model.Intents) file.Write(intent);
        file.Write(model.Features.Count);
        foreach (var feature in model.Features) file.Write(feature);
        foreach (var weight in model.Weights) file.Write(weight);
    }

    /// <summary>The model in the file; null when it is of another compilation.</summary>
    /// <exception cref="EndOfStreamException">The file is cut short.</exception>
    public static IntentModel? Read(Stream from)
    {
        using var file = new BinaryReader(from);
        if (!Compilation.ToByteArray().AsSpan().SequenceEqual(file.ReadBytes(16))) return null;
        if (file.ReadBytes(32).Length < 32) throw new EndOfStreamException();
        return Model(file);
    }

    private static IntentModel Model(BinaryReader file)
    {
        var intents = new string[file.ReadInt32()];
        foreach (ref var intent in intents.AsSpan()) intent = file.ReadString();
        var features = new ulong[file.ReadInt32()];
        file.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var weights = new short[features.Length * IntentModel.WidthFor(intents.Length)];
        file.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new IntentModel(intents, features, weights);
    }
}
