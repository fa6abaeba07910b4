using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels;

/// <summary>Refuses to start on settings that could only fail later, and names each key that is wrong.</summary>
internal sealed class PlatformOptionsValidation<TOptions>(string section, IHostEnvironment environment) : IValidateOptions<TOptions>
    where TOptions : PlatformOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        options.Faults(section, environment.IsDevelopment()).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
