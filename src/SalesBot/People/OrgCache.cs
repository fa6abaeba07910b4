using SalesBot.Data;

namespace SalesBot.People;

/// <summary>The <see cref="OrgChart"/> as every turn has it.</summary>
internal sealed class OrgCache() : Cached<OrgChart>(OrgChart.LoadAsync);
