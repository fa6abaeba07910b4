using System.Reflection;

namespace SalesBot.Tests.Conventions;

/// <summary>Each thing that the sales process must do has a test that is named after it (<c>ST_03_…</c>); one without is named here.</summary>
public sealed class RequirementTests
{
    /// <summary>The rows of stages and gates, follow-ups, approvals, split deals, swinging amounts and nudges that must be there.</summary>
    private const string Rows = """
        ST_01 ST_02 ST_03 ST_04 ST_05 ST_06 ST_09 ST_12 ST_14
        FU_01 FU_02 FU_03 FU_04 FU_05 FU_06 FU_07 FU_08 FU_09 FU_10 FU_11 FU_12
        AP_01 AP_02 AP_03 AP_04 AP_06 AP_07 AP_08 AP_10 AP_12
        GV_05 AL_01 AL_02 AL_03 AL_04 AL_05 AL_06 AL_07 AL_08 AL_09 AL_10 AL_11
        CU_01 CU_02 CU_03 CU_04 CU_05 CU_06 CU_07 CU_08 CU_09 CU_10 CU_11 CU_12 CU_14 CU_15 CU_16
        """;

    [Fact]
    public void Every_row_has_a_test_that_is_named_after_it()
    {
        var names = typeof(RequirementTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttributes<FactAttribute>().Any()).Select(m => m.Name).ToList();
        Violations.None(Rows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(row => !names.Exists(name => name.Contains(row + "_", StringComparison.Ordinal))));
    }
}
