using System.Globalization;
using System.Text;

namespace SalesBot.Contracts;

/// <summary>One part of a payment plan as it is said: a share in percent, a sum, or (neither) what is left; its day, or (null) one that is still to be said.</summary>
internal sealed record PlanPart(decimal? Percent, decimal? Sum, DateOnly? Day)
{
    /// <summary>A number without a sign is a share up to here, and a sum above.</summary>
    private const decimal Whole = 100;

    /// <summary>What is left: the first characters of 余款, 剩余, 尾款, 其余.</summary>
    private static readonly char[] RestSigns = ['余', '剩', '尾', '其'];

    private static readonly string[] RestWords = ["rest", "the rest", "remainder", "balance"];

    public bool IsRest => Percent is null && Sum is null;

    /// <summary>What a person typed into a field, or a sentence was read as: "30%", "435000", “43.5万”, "rest"; null for anything else.</summary>
    public static PlanPart? Read(string said, DateOnly? day)
    {
        var text = said.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (text.Length > 0 && (RestSigns.Contains(text[0]) || RestWords.Contains(text, StringComparer.Ordinal)))
        {
            return new PlanPart(null, null, day);
        }

        var tenThousands = text.EndsWith('万');
        var number = text.TrimEnd('%', '万', ' ').TrimStart('\u00A5', '$', ' ');
        if (!decimal.TryParse(number, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0)
        {
            return null;
        }

        return text.EndsWith('%') || (value <= Whole && !tenThousands) ? new PlanPart(value, null, day) : new PlanPart(null, tenThousands ? value * 10_000 : value, day);
    }

    /// <summary>As the slot <c>plan</c> holds it: <c>30%@2026-04-01</c>.</summary>
    public override string ToString() => $"{Share}@{(Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}";

    /// <summary>As it stands in the field of a form.</summary>
    public string Share => Percent is { } percent ? Text(percent) + "%" : Sum is { } sum ? Text(sum) : "rest";

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
