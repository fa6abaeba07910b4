using System.Runtime.InteropServices;

namespace SalesBot.Language.Learning;

/// <summary>
/// The learnt model as a file beside the program, written by the build. It is of one compilation only: examples, rules and the code that reads them
/// are all in the assembly, and the compiler gives the assembly the same id just when all of it is the same.
/// </summary>
/// <remarks>
/// Little-endian: the id (16 bytes); the number of intents and their names, each with its length before it; the number of features, then the
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

    public static void Write(IntentModel model, Stream to)
    {
        using var file = new BinaryWriter(to);
        file.Write(Compilation.ToByteArray());
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
        var intents = new string[file.ReadInt32()];
        foreach (ref var intent in intents.AsSpan()) intent = file.ReadString();
        var features = new ulong[file.ReadInt32()];
        file.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var weights = new short[features.Length * IntentModel.WidthFor(intents.Length)];
        file.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new IntentModel(intents, features, weights);
    }
}
