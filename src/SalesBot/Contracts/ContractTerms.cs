using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Contracts;

/// <summary>Terms against what was agreed with that customer before (AP-09).</summary>
internal static class ContractTerms
{
    /// <summary>Those of the customer's last approved or signed contract; null where there is none.</summary>
    /// <param name="but">The contract that is looked at.</param>
    public static Task<string?> UsualAsync(SalesDb db, long? customer, Contract? but, CancellationToken cancellationToken)
    {
        var key = but?.Key ?? "";
        return db.Contracts.Where(c => customer != null && c.CustomerId == customer && c.Key != key && c.Terms != null && (c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed))
            .OrderByDescending(c => c.Id).Select(c => c.Terms).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>But for blanks, marks and case.</summary>
    public static bool AreAlike(string? one, string? other) => Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit));
}
