using System.Runtime.InteropServices;

namespace SalesBot.Language.Numbers;

/// <summary>How a number was written.</summary>
[Flags]
internal enum NumKind {
    None = 0,

    /// <summary>A whole number in digits.</summary>
    Digits = 1,
    Decimal = 2,
    Chinese = 4,
    English = 8,
    Ordinal = 16,

    /// <summary>Numerals in a row that stand for digits: 二零二六.</summary>
    ChineseDigits = 32,

    /// <summary>With a unit of size from ten thousand (万) or thousand (k) up.</summary>
    Scaled = 64,
    Fraction = 128,

    /// <summary>两 alone: two of something, never the name of a month or a day.</summary>
    Couple = 256,
}

/// <summary>A number that begins at a position asked for.</summary>
/// <param name="Digits">Length of a plain run of digits (2026 has 4, 07 has 2), else 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Num(double Value, int End, NumKind Kind, int Digits = 0)
{
    /// <summary>The other end of a guess (三五万), else 0.</summary>
    public double High { get; init; }

    public bool Is(NumKind kind) => (Kind & kind) != NumKind.None;
}
